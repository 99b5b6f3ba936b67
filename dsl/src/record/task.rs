use super::arguments::Arguments;
use super::current::with;
use crate::component::ComponentDescriptor;
use crate::reference::Reference;
use pipewright_ir::graph::{Expression, Location, Options, StepId, StepKind, Task};
use pipewright_ir::types::Type;

/// Records a task of a component.
pub(crate) fn task(component: &'static ComponentDescriptor, mut arguments: Arguments) -> Called {
    with(&arguments.at.clone(), |recorder| {
        arguments.at = recorder.call_site(arguments.at);
        let at = arguments.at.clone();
        let id = recorder.component(component);
        let task = Task {
            component: id,
            arguments: arguments.finish(component.name, component.inputs, recorder),
            options: Options::default(),
            option_values: vec![],
            display_value: None,
        };
        let step = recorder.push(StepKind::Task(task), &at);
        Called {
            step,
            outputs: recorder.output_types(id),
            at,
        }
    })
}

/// A recorded task or call, from which its handles are made; for generated code only.
#[doc(hidden)]
pub struct Called {
    pub(super) step: StepId,
    pub(super) outputs: Vec<(String, Type)>,
    pub(super) at: Location,
}

impl Called {
    /// The value of an output.
    pub(crate) fn reference(&self, name: &str) -> Reference {
        let known = self.outputs.iter().find(|(known, _)| known == name);
        let ty = known.map_or(Type::Null, |(_, ty)| ty.clone());
        let expression = Expression::Output {
            step: self.step,
            output: name.into(),
        };
        with(&self.at, |recorder| {
            recorder.value(expression, ty, &self.at)
        })
    }
}
