use pipewright_ir::arena::{ArenaMap, Id};
use pipewright_ir::graph::{Body, Component, Graph};
use pipewright_ir::kube;
use pipewright_ir::path::distinct;
use std::collections::BTreeMap;

/// Names of components. Those of one name have modules and crates before it, as far as these tell them apart.
pub(super) fn component_names(graph: &Graph) -> ArenaMap<Component, String> {
    let mut names = graph.components.map(String::new());
    let mut groups: BTreeMap<String, Vec<Id<Component>>> = BTreeMap::new();
    for (id, component) in graph.components.iter() {
        let name = kube::to_dns_label(&component.name);
        names[id].clone_from(&name);
        // Approvals are named by the tasks, in their order.
        if component.body != Body::Approval {
            groups.entry(name).or_default().push(id);
        }
    }
    for group in groups.values().filter(|group| group.len() > 1) {
        let paths: Vec<String> = group
            .iter()
            .map(|id| path(&graph.components[*id]))
            .collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        for (id, path) in group.iter().zip(distinct(&paths)) {
            names[*id] = kube::to_dns_label(path);
        }
    }
    names
}

/// The path of a component, with the name that it has in place of its function's.
fn path(component: &Component) -> String {
    match component.key.rsplit_once("::") {
        Some((modules, _)) => format!("{modules}::{}", component.name),
        None => component.name.clone(),
    }
}
