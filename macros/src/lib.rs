//! The attributes and derives of pipewright.
