use syn::visit::{self, Visit};
use syn::{Block, ItemMacro, UseName, UsePath, UseRename};

/// Test for a body that has a macro `format!` of its own.
pub(super) fn has_own_format(body: &Block) -> bool {
    #[derive(Default)]
    struct Own(bool);

    impl<'ast> Visit<'ast> for Own {
        fn visit_item_macro(&mut self, item: &'ast ItemMacro) {
            self.0 |= item.ident.as_ref().is_some_and(|name| name == "format");
        }

        fn visit_use_name(&mut self, name: &'ast UseName) {
            self.0 |= name.ident == "format";
        }

        fn visit_use_rename(&mut self, renamed: &'ast UseRename) {
            self.0 |= renamed.rename == "format";
        }

        fn visit_use_path(&mut self, path: &'ast UsePath) {
            // Rust's own, imported again, is no other one.
            if path.ident != "std" {
                visit::visit_use_path(self, path);
            }
        }
    }

    let mut own = Own::default();
    own.visit_block(body);
    own.0
}
