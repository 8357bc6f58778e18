//! What mouse and finger do on a picture beside its handles: press a place, drag sideways over a range, point at a mark. Its
//! markup is the picture's: `data-sweeps` says that a range can be swept over.

pub mod bind;
