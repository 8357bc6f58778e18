//! n-gram models of sources whose entropy is known, and of texts that are none.

mod common;

use common::{assert_close, assert_near};
use pendrop_science::{
    ngram::{BitStatistics, NgramSpec, ORDERS, Sampler, Smoothing, Unusable},
    overtaking::NoOvertaking,
};

const BOTH: [Smoothing; 2] = [Smoothing::Additive, Smoothing::Interpolated];
const ALPHABET: [char; 8] = ['a', 'b', 'c', 'd', 'e', ' ', 'é', '🖊'];

/// Even numbers from 0 to less than 1: a linear congruential generator (Knuth's MMIX), its upper bits.
struct Even(u64);

impl Even {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / (1_u64 << 31) as f64
    }
}

/// A text in which each character depends on the `order` before it, and the mean of the bits that its own source gives each.
/// Spaces do not follow one another, and neither begin nor end it: it is normal as it is.
fn chain(order: u32, length: usize) -> (String, f64) {
    let mut even = Even(7 + u64::from(order));
    let symbols = ALPHABET.len();
    let mut probabilities: Vec<Vec<f64>> = (0..symbols.pow(order)).map(|_| (0..symbols).map(|_| even.next().powi(3)).collect()).collect();
    for (context, row) in probabilities.iter_mut().enumerate() {
        if order > 0 && context % symbols == 5 {
            row[5] = 0.0;
        }
        let sum: f64 = row.iter().sum();
        row.iter_mut().for_each(|probability| *probability /= sum);
    }
    let (mut context, mut text, mut bits) = (0, String::from("a"), 0.0);
    for _ in 0..length {
        let mut left = even.next();
        let row = &probabilities[context];
        let drawn = row.iter().position(|probability| {
            left -= probability;
            left < 0.0
        });
        let symbol = drawn.unwrap_or(0);
        bits -= row[symbol].log2();
        text.push(ALPHABET[symbol]);
        context = (context * symbols + symbol) % symbols.pow(order);
    }
    text.push('a');
    (text, bits / length as f64)
}

fn sampler(text: &str) -> Sampler {
    Sampler::new(&NgramSpec { text: text.into(), add: 0.02, seed: 1 }).unwrap()
}

fn counted(text: &str) -> Sampler {
    let mut sampler = sampler(text);
    while sampler.step() {}
    sampler
}

fn last(statistics: &BitStatistics, smoothing: Smoothing) -> [f64; ORDERS] {
    *statistics.table(smoothing).last().unwrap()
}

/// Even and independent: no model can have fewer than log2 m bits, and the lower orders have hardly more.
#[test]
fn even_characters_have_log2_m_bits() {
    let mut even = Even(1);
    let text: String = (0..200_000).map(|_| char::from(b'a' + (even.next() * 8.0) as u8)).collect();
    let sampler = counted(&text);
    for smoothing in BOTH {
        let bits = last(sampler.statistics(), smoothing);
        bits[..3].iter().for_each(|bits| assert_near(*bits, 3.0, 0.005));
        // 20 000 guesses tell the mean to a thousandth.
        assert!(bits.iter().all(|bits| *bits > 2.998), "{bits:?}");
        assert_eq!(sampler.statistics().best_order(smoothing, sampler.statistics().sizes.len() - 1), Some(0));
    }
    assert_eq!(sampler.statistics().overtaken(Smoothing::Additive, 0), Err(NoOvertaking::Behind));
}

/// The order of the source reaches its entropy rate; lower ones cannot, higher ones do not need to.
#[test]
fn the_entropy_rate_of_a_markov_chain_is_reached_by_its_order() {
    for order in [1_u32, 2] {
        let (text, rate) = chain(order, 200_000);
        let sampler = counted(&text);
        let statistics = sampler.statistics();
        for smoothing in BOTH {
            let bits = last(statistics, smoothing);
            let own = bits[order as usize];
            // The test is a tenth of the text: its own mean is within hundredths of the whole's.
            assert_near(own, rate, 0.03);
            assert!(bits[..order as usize].iter().all(|bits| *bits > own + 0.1), "{bits:?}");
            assert!(bits[order as usize + 1..].windows(2).all(|pair| pair[0] < pair[1]), "{bits:?}");
            assert_eq!(statistics.best_order(smoothing, statistics.sizes.len() - 1), Some(order as usize));
        }
        // An order that is not needed costs little where lower ones back it up.
        let higher = BOTH.map(|smoothing| last(statistics, smoothing)[4] - last(statistics, smoothing)[order as usize]);
        assert!(higher[1] < 0.7 * higher[0], "{higher:?}");
        assert!(statistics.overtaken(Smoothing::Additive, order as usize).is_err());
    }
}

/// Each weaker assumption passes the stronger in turn, and sooner where it is a prior that can be outvoted.
#[test]
fn orders_overtake_each_other_in_turn() {
    let (text, _) = chain(3, 150_000);
    let sampler = counted(&text);
    let [additive, interpolated] = BOTH.map(|smoothing| [1, 2].map(|order| sampler.statistics().overtaken(smoothing, order).unwrap()));
    assert!(additive[0] < additive[1], "{additive:?}");
    assert!(interpolated[0] < additive[0] && interpolated[1] < additive[1], "{additive:?} {interpolated:?}");
}

/// Ten characters again and again: whatever blocks are counted, order 0 sees the same shares.
#[test]
fn order_0_is_the_frequency_of_characters() {
    let text = "aaaaabbbcd".repeat(1000);
    let text = &text[..7 + 200 * 49];
    let mut sampler = Sampler::new(&NgramSpec { text: text.into(), add: 0.5, seed: 3 }).unwrap();
    while sampler.step() {}
    let statistics = sampler.statistics();
    let train = f64::from(statistics.train);
    assert_eq!((statistics.symbols, statistics.tested), (4, 980));
    // 980 guesses are 98 times the ten.
    let bits = |of: &dyn Fn(f64) -> f64| -[0.5, 0.3, 0.1, 0.1].map(|share: f64| share * of(share).log2()).iter().sum::<f64>();
    let additive = bits(&|share| (share * train + 0.5) / (train + 4.0 * 0.5));
    assert_close(last(statistics, Smoothing::Additive)[0], additive, 1e-12);
    let interpolated = bits(&|share| (share * train + 4.0 / 4.0) / (train + 4.0));
    assert_close(last(statistics, Smoothing::Interpolated)[0], interpolated, 1e-12);
    let next = sampler.next(Smoothing::Additive, 0, "dcb");
    assert_eq!(next[0].0, 'a');
    assert_close(next[0].1, (0.5 * train + 0.5) / (train + 2.0), 1e-12);
}

/// By hand: after "ab" in a text in which every third character is one of two.
#[test]
fn interpolation_is_as_the_formula_says() {
    // a and b alternate with c or d: "abc" three times of four, else "abd".
    let text = "abcabcabcabd".repeat(500);
    let sampler = counted(&text);
    let total: f64 = f64::from(sampler.statistics().train);
    let find = |smoothing, order, before: &str, wanted: char| {
        sampler.next(smoothing, order, before).into_iter().find(|(character, _)| *character == wanted).unwrap().1
    };
    let zero = find(Smoothing::Interpolated, 0, "", 'c');
    assert_near(zero, 0.25, 2e-3);
    // n = a third of all, t = 2: close to 3/4 in order 1; what the lower orders add is 2 p of n + 2.
    let one = find(Smoothing::Interpolated, 1, "b", 'c');
    let after_b = total / 3.0;
    assert_near(one, (0.75 * after_b + 2.0 * zero) / (after_b + 2.0), 2e-3);
    // A context never seen is left aside: as without its first character.
    assert_eq!(find(Smoothing::Interpolated, 3, "bab", 'c'), find(Smoothing::Interpolated, 2, "ab", 'c'));
    assert_eq!(find(Smoothing::Interpolated, 7, "xxb", 'c'), one);
    // By itself an order knows nothing of it.
    assert_eq!(find(Smoothing::Additive, 2, "aa", 'c'), 0.25);
}

#[test]
fn probabilities_sum_to_one_in_every_context() {
    let (text, _) = chain(2, 5000);
    let mut sampler = sampler(&text);
    let mut even = Even(5);
    for round in 0..60 {
        // Also before anything is counted, and while a test is under way.
        if round > 5 {
            sampler.advance(157);
        }
        let before: String = (0..round % 10).map(|_| ALPHABET[(even.next() * 8.0) as usize]).collect();
        for smoothing in BOTH {
            for order in 0..=ORDERS {
                let next = sampler.next(smoothing, order, &before);
                assert_eq!(next.len(), 8);
                assert!(next.iter().all(|(_, probability)| *probability > 0.0));
                assert_near(next.iter().map(|(_, probability)| probability).sum(), 1.0, 1e-12);
            }
        }
    }
}

#[test]
fn steps_make_the_whole() {
    let (text, _) = chain(2, 30_000);
    let whole = counted(&text);
    for characters in [1, 777, 1_000_000] {
        let mut run = sampler(&text);
        let mut last = -1.0;
        loop {
            assert!(run.progress() > last && run.progress() <= 1.0);
            last = run.progress();
            if !run.advance(characters) {
                break;
            }
        }
        assert_eq!(run.progress(), 1.0);
        assert_eq!(run.statistics(), whole.statistics());
        assert_eq!(run.write(Smoothing::Interpolated, 4, 3, 50), whole.write(Smoothing::Interpolated, 4, 3, 50));
        assert!(!run.step());
    }
    let mut other = Sampler::new(&NgramSpec { text, add: 0.02, seed: 2 }).unwrap();
    assert_eq!((other.progress(), other.statistics().best()), (0.0, None));
    while other.step() {}
    assert_ne!(other.statistics(), whole.statistics());
    // The first sizes are the same for longer texts.
    assert_eq!(whole.statistics().sizes[..4], [100, 178, 316, 562]);
    assert_eq!(whole.statistics().sizes.last(), Some(&whole.statistics().train));
}

#[test]
fn a_line_is_of_the_texts_kind() {
    let text = "One pen falls.\nTwo pens fall.\nThree pens fall too.\n".repeat(60);
    let sampler = counted(&text);
    let lines: Vec<String> = (0..20).map(|seed| sampler.write(Smoothing::Interpolated, 7, seed, 80)).collect();
    assert!(lines.iter().all(|line| !line.is_empty() && line.chars().count() <= 80 && !line.contains('\n')));
    // Of 60 copies an order of seven knows next to all there is.
    let known = lines.iter().filter(|line| text.contains(line.as_str()) && line.ends_with('.')).count();
    assert!(known >= 15, "{lines:?}");
    assert_eq!(lines[3], sampler.write(Smoothing::Interpolated, 7, 3, 80));
    assert!(lines.iter().any(|line| line != &lines[0]));
    // Without lines it begins with a word, and is as long as asked for.
    let (text, _) = chain(2, 3000);
    let line = counted(&text).write(Smoothing::Additive, 2, 1, 40);
    assert_eq!(line.chars().count(), 40);
    assert!(line.chars().all(|character| ALPHABET.contains(&character)));
    // Nothing counted: anything, but never an error.
    assert_eq!(self::sampler(&text).write(Smoothing::Interpolated, 9, 1, 40).chars().count(), 40);
    assert_eq!(self::sampler(&"ab".repeat(600)).write(Smoothing::Additive, 0, 1, 5).len(), 5);
}

#[test]
fn what_is_no_text_is_told() {
    let reason = |text: &str| Sampler::new(&NgramSpec { text: text.into(), add: 0.02, seed: 1 }).err();
    assert_eq!(reason(""), Some(Unusable::Empty));
    assert_eq!(reason("A pen."), Some(Unusable::TooShort(6)));
    assert_eq!(reason(&"🖊".repeat(1000)), Some(Unusable::OneSymbol));
}

#[test]
fn every_number_is_finite_at_the_ends() {
    let emoji: String = (0..1500_u32).filter_map(|place| char::from_u32(0x1F300 + place * 7 % 700)).collect();
    for (text, add) in [("ab".repeat(500), 0.0), (emoji, 0.0), ("a".repeat(999) + "b", 10.0), (chain(0, 1100).0, f64::NAN)] {
        let mut sampler = Sampler::new(&NgramSpec { text, add, seed: 1 }).unwrap();
        while sampler.step() {}
        let all = format!("{:?} {:?}", sampler.statistics(), sampler.statistics().best());
        assert!(!all.contains("NaN") && !all.contains("inf"), "{all}");
        assert!(last(sampler.statistics(), Smoothing::Additive).iter().all(|bits| *bits >= 0.0));
    }
}
