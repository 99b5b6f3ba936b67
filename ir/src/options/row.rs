/// Makes of the rows of options: a struct, the attribute's constants, and the methods of tasks.
///
/// The methods are made here and not in the crate of the handles: rustc quotes the tokens of a row in the errors of a
/// user, and would add a note on the macro if they came out of another crate's.
macro_rules! options {
    ($(
        $(#[doc = $doc:literal])*
        $key:ident: $field:ty,
            attribute: $form:ident = $example:literal
            $(, method($($argument:ident: $given:ty),*))?
            $(, value: $variant:ident)?;
    )*) => {
        /// Options of a task. Those that are not set are left to the component, and then to the target.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub struct Options {
            $($(#[doc = $doc])* pub $key: $field,)*
        }

        /// One option with its value.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Setting(Choice);

        // Not public: rustc would name the methods of `TaskOptions` by whole paths, as they would not be the only ones of
        // their names.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(non_camel_case_types, reason = "a variant has the name of its option")]
        enum Choice {
            $($key(<$field as Field>::Value),)*
            Value(RuntimeOption, ValueRef),
        }

        /// An option that may be given a value which is known only when the pipeline runs.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum RuntimeOption {$($(
            #[doc = concat!("The option `", stringify!($key), "`.")]
            $variant,
        )?)*}

        impl RuntimeOption {
            /// All of them.
            pub const ALL: &'static [Self] = &[$($(Self::$variant,)?)*];

            /// Its name, as the methods have it.
            pub const fn name(self) -> &'static str {
                match self {
                    $($(Self::$variant => stringify!($key),)?)*
                }
            }

            /// The option with a value that is known now: a text, or a whole number.
            ///
            /// # Errors
            /// A value that the option cannot have.
            pub fn known(self, value: &Json) -> Result<Setting, Invalid> {
                let choice = match self {
                    $($(Self::$variant => $form::known(value).map(Choice::$key),)?)*
                };
                choice.map(Setting).map_err(|invalid| invalid.named(self.name()))
            }

            /// Its grammar.
            pub const fn grammar(self) -> Grammar {
                match self {
                    $($(Self::$variant => $form::GRAMMAR,)?)*
                }
            }
        }

        impl Setting {
            /// The option with its value, where this is known only when the pipeline runs.
            #[doc(hidden)]
            pub fn value(&self) -> Option<(RuntimeOption, ValueRef)> {
                match self.0 {
                    Choice::Value(option, value) => Some((option, value)),
                    _ => None,
                }
            }

            /// The option, if it is one whose value may be known only when the pipeline runs.
            pub fn option(&self) -> Option<RuntimeOption> {
                match self.0 {
                    Choice::Value(option, _) => Some(option),
                    $($(Choice::$key(_) => Some(RuntimeOption::$variant),)?)*
                    _ => None,
                }
            }
        }

        impl Options {
            /// All options, in the order in which they are listed for people.
            pub const DECLARED: &'static [Declaration] = &[$(Declaration {
                key: stringify!($key),
                description: concat!($($doc),*),
                syntax: $form::SYNTAX,
                example: $example,
            },)*];

            /// The options of settings, of which later ones replace earlier ones.
            pub fn of(settings: impl IntoIterator<Item = Setting>) -> Self {
                let mut options = Self::default();
                for setting in settings {
                    options.set(setting);
                }
                options
            }

            /// Sets one option.
            pub fn set(&mut self, setting: Setting) {
                match setting.0 {
                    $(Choice::$key(value) => Field::set(&mut self.$key, value),)*
                    Choice::Value(option, _) => self.unset(option),
                }
            }

            /// Leaves one option open.
            pub fn unset(&mut self, option: RuntimeOption) {
                match option {
                    $($(RuntimeOption::$variant => self.$key = None,)?)*
                }
            }

            /// These options, and for those that are not set the ones of `defaults`.
            #[must_use]
            pub fn or(&self, defaults: &Self) -> Self {
                Self {
                    $($key: Field::or(&self.$key, &defaults.$key),)*
                }
            }
        }

        /// Options as they stand in the source, in an attribute: what does not fit fails the build at the caller's place.
        impl Options {$(
            $(#[doc = $doc])*
            ///
            /// # Panics
            /// On a literal that does not fit, with what is expected.
            #[track_caller]
            pub const fn $key(literal: Literal) -> Setting {
                Setting(Choice::$key($form::literal(literal)))
            }
        )*}

        /// Options of a task, as methods on what its call gives: `train(data).cpu("2").memory("4Gi")`. They replace what the
        /// component says.
        ///
        /// A wrong value is reported with its place before any YAML is written.
        pub trait TaskOptions: Configure {$(
            $crate::options::row::method! {
                $(#[doc = $doc])* $key: $form $([$variant])? $(, ($($argument: $given),*))?
            }
        )*}
    };
}

/// The method of an option, if its row has one.
macro_rules! method {
    ($(#[$doc:meta])* $key:ident: $form:ident) => {};
    ($(#[$doc:meta])* $key:ident: $form:ident [$variant:ident], ($($argument:ident: $given:ty),*)) => {
        $(#[$doc])*
        #[track_caller]
        fn $key(self, $($argument: $given),*) -> Self {
            let choice = $form::given($($argument),*).map(|given| match given {
                Given::Constant(value) => Choice::$key(value),
                Given::Value(value) => Choice::Value(RuntimeOption::$variant, value),
            });
            let setting = choice.map(Setting).map_err(|invalid| invalid.named(stringify!($key)));
            self.__configure(setting, &Location::caller())
        }
    };
    ($(#[$doc:meta])* $key:ident: $form:ident, ($($argument:ident: $given:ty),*)) => {
        $(#[$doc])*
        #[track_caller]
        fn $key(self, $($argument: $given),*) -> Self {
            let choice = $form::given($($argument),*).map(Choice::$key);
            let setting = choice.map(Setting).map_err(|invalid| invalid.named(stringify!($key)));
            self.__configure(setting, &Location::caller())
        }
    };
}

pub(super) use {method, options};
