use crate::artifact::{Content, Data};

/// A file of any format.
#[derive(Debug)]
pub struct File(Data);

impl Content for File {
    const NAME: &'static str = "file";

    fn new(data: Data) -> Self {
        Self(data)
    }

    fn data(&self) -> &Data {
        &self.0
    }
}
