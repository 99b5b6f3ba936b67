use crate::errors::Errors;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, ExprAssign};

/// Rewrites a call with named arguments: `train(data, epochs = 20)`.
pub(super) fn rewrite(expression: &mut Expr, errors: &mut Errors) {
    let Expr::Call(call) = &*expression else {
        return;
    };
    let named: Vec<&ExprAssign> = call.args.iter().filter_map(assignment).collect();
    let Expr::Path(function) = &*call.func else {
        return;
    };
    if named.is_empty() {
        return;
    }
    let positional: Vec<&Expr> = call.args.iter().filter(|argument| assignment(argument).is_none()).collect();
    if call.args.iter().skip(positional.len()).any(|argument| assignment(argument).is_none()) {
        let late = call.args.iter().rev().find(|argument| assignment(argument).is_none());
        errors.add(late, "this argument has no name and stands behind one that has", "put it before the named ones");
        return;
    }
    let span = function.span();
    let setters = named.iter().map(|argument| {
        let (name, value) = (&argument.left, &argument.right);
        quote!(.#name(#value))
    });
    let setters = quote!(#(#setters)*);
    *expression = Expr::Verbatim(quote_spanned!(span=> #function::__start(#(#positional),*)#setters.__task()));
}

fn assignment(argument: &Expr) -> Option<&ExprAssign> {
    match argument {
        Expr::Assign(assign) if matches!(&*assign.left, Expr::Path(path) if path.path.get_ident().is_some()) => {
            Some(assign)
        }
        _ => None,
    }
}
