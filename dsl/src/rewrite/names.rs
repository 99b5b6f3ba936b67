//! Calls with named arguments.

/// A required input that a call has not given yet.
pub struct Missing;

/// A required input that a call has given.
pub struct Given;

/// An input that may still be given.
#[diagnostic::on_unimplemented(
    message = "this input is given twice",
    label = "it is given by position too",
    note = "remove one of the two"
)]
pub trait NotGiven {}

#[diagnostic::do_not_recommend]
impl NotGiven for Missing {}

/// Calls with so many arguments by position, beside those that a component's own functions take: none.
#[diagnostic::on_unimplemented(
    message = "this call gives {N} inputs without a name",
    label = "too many arguments without a name",
    note = "an input that may be left out has a name: `train(data, epochs = 20)`"
)]
pub trait CallOf<const N: usize> {
    type Call;
}

/// Stands for the functions that a component with fewer inputs does not have.
#[allow(
    clippy::too_many_arguments,
    reason = "there are as many as a user may write"
)]
pub trait TooMany: Sized {
    // Found only where the component itself has no such function: an inherent one comes first.
    fn __start0<Call>() -> Call
    where
        Self: CallOf<0, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start1<A, Call>(_: A) -> Call
    where
        Self: CallOf<1, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start2<A, B, Call>(_: A, _: B) -> Call
    where
        Self: CallOf<2, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start3<A, B, C, Call>(_: A, _: B, _: C) -> Call
    where
        Self: CallOf<3, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start4<A, B, C, D, Call>(_: A, _: B, _: C, _: D) -> Call
    where
        Self: CallOf<4, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start5<A, B, C, D, E, Call>(_: A, _: B, _: C, _: D, _: E) -> Call
    where
        Self: CallOf<5, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start6<A, B, C, D, E, F, Call>(_: A, _: B, _: C, _: D, _: E, _: F) -> Call
    where
        Self: CallOf<6, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start7<A, B, C, D, E, F, G, Call>(_: A, _: B, _: C, _: D, _: E, _: F, _: G) -> Call
    where
        Self: CallOf<7, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start8<A, B, C, D, E, F, G, H, Call>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
    ) -> Call
    where
        Self: CallOf<8, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start9<A, B, C, D, E, F, G, H, I, Call>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
        _: I,
    ) -> Call
    where
        Self: CallOf<9, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start10<A, B, C, D, E, F, G, H, I, J, Call>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
        _: I,
        _: J,
    ) -> Call
    where
        Self: CallOf<10, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start11<A, B, C, D, E, F, G, H, I, J, K, Call>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
        _: I,
        _: J,
        _: K,
    ) -> Call
    where
        Self: CallOf<11, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start12<A, B, C, D, E, F, G, H, I, J, K, L, Call>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
        _: I,
        _: J,
        _: K,
        _: L,
    ) -> Call
    where
        Self: CallOf<12, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start13<A, B, C, D, E, F, G, H, I, J, K, L, M, Call>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
        _: I,
        _: J,
        _: K,
        _: L,
        _: M,
    ) -> Call
    where
        Self: CallOf<13, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start14<A, B, C, D, E, F, G, H, I, J, K, L, M, N, Call>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
        _: I,
        _: J,
        _: K,
        _: L,
        _: M,
        _: N,
    ) -> Call
    where
        Self: CallOf<14, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start15<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, Call>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
        _: I,
        _: J,
        _: K,
        _: L,
        _: M,
        _: N,
        _: O,
    ) -> Call
    where
        Self: CallOf<15, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }

    fn __start16<A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Call>(
        _: A,
        _: B,
        _: C,
        _: D,
        _: E,
        _: F,
        _: G,
        _: H,
        _: I,
        _: J,
        _: K,
        _: L,
        _: M,
        _: N,
        _: O,
        _: P,
    ) -> Call
    where
        Self: CallOf<16, Call = Call>,
    {
        unreachable!("nothing is called with so many arguments")
    }
}

impl<T> TooMany for T {}
