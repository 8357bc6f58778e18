//! The tests of the figures, one program: it is linked once, and all of them run side by side.

mod common;

mod backtest;
mod challenges;
mod compute_trend;
mod cover;
mod crossing_curves;
mod declarations;
mod dominance_map;
mod drivers;
mod ensemble;
mod every_figure;
mod fixed_budget;
mod flutter;
mod independent;
mod labels;
mod learn_the_drop;
mod ngram_orders;
mod odd_frames;
mod pen_drop;
mod pictures;
mod playing;
mod recordings;
mod runs;
mod said;
mod search_vs_knowledge;
mod strings;
mod structure_vs_scale;
mod tables;
mod typed;
mod your_device;
