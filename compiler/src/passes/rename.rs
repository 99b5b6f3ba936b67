//! Names that a target does not accept.

use crate::plan::Plan;

/// Gives tasks of reserved names others.
pub fn rename(plan: &mut Plan, reserved: &[&str]) {
    let is_reserved = |name: &str| reserved.contains(&name);
    if !plan.tasks().any(|task| is_reserved(&task.name)) {
        return;
    }
    let mut names = plan.task_names();
    for task in plan
        .dags
        .values_mut()
        .flat_map(|dag| dag.tasks.values_mut())
    {
        if is_reserved(&task.name) {
            task.name = names.unique(&format!("{}-1", task.name));
        }
    }
}
