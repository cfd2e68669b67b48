//! Items prepared by several threads at once, and handed out in their order.
//!
//! In: how much each item is, and how to prepare one. Out: what comes of each, one after the other.
//! The decision that is not obvious: one that takes long does not hold up the others, which are
//! prepared meanwhile; but all that is being prepared or waits takes memory, so this goes on only
//! up to a bound. The one that is asked for next is always prepared.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use anyhow::{Context, Result};

/// What is prepared by whom, and how much may wait.
pub struct Ahead {
    /// Threads that prepare.
    pub threads: usize,
    /// How much may be in preparation or wait.
    pub most: usize,
}

/// What waits to be handed out, and what is to be done.
struct State<T> {
    ready: BTreeMap<usize, (T, usize)>,
    /// How much is in preparation or ready.
    held: usize,
    /// The next item that nobody prepares yet, and the next to be handed out.
    next: usize,
    wanted: usize,
    /// Nothing more is to be done: it was stopped, or somebody panicked.
    over: bool,
}

struct Shared<'a, T> {
    state: Mutex<State<T>>,
    changed: Condvar,
    sizes: &'a [usize],
    most: usize,
}

impl Ahead {
    /// Prepares items of these sizes and calls `take` with each, in their order. Each thread makes
    /// itself a tool with `start`; `prepare` gives an item and how much it is by now.
    ///
    /// # Errors
    /// The first that `take` returns, or when `prepare` panics; after that nothing more is
    /// prepared.
    pub fn each<S, T: Send>(
        &self,
        sizes: &[usize],
        start: impl Fn() -> S + Sync,
        prepare: impl Fn(&mut S, usize) -> (T, usize) + Sync,
        mut take: impl FnMut(usize, &mut dyn FnMut() -> Result<T>) -> Result<()>,
    ) -> Result<()> {
        let shared = Shared {
            state: Mutex::new(State {
                ready: BTreeMap::new(),
                held: 0,
                next: 0,
                wanted: 0,
                over: false,
            }),
            changed: Condvar::new(),
            sizes,
            most: self.most,
        };

        thread::scope(|scope| {
            // However this ends, the threads that are waited for end, too.
            let _stop = Stop(&shared);
            for _ in 0..self.threads.clamp(1, sizes.len().max(1)) {
                scope.spawn(|| {
                    let mut tool = start();
                    while let Some(item) = shared.next() {
                        // A panic that went on would take down whoever waits for this thread.
                        match catch_unwind(AssertUnwindSafe(|| prepare(&mut tool, item))) {
                            Ok(made) => shared.done(item, made),
                            Err(_) => shared.stop(),
                        }
                    }
                });
            }

            (0..sizes.len()).try_for_each(|item| take(item, &mut || shared.wait_for(item)))
        })
    }
}

impl<T> Shared<'_, T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next item to prepare, when there is room for it.
    fn next(&self) -> Option<usize> {
        let is_full = |state: &mut State<T>| {
            let size = self.sizes.get(state.next);
            let is_too_much = size.is_some_and(|size| state.held + size > self.most);
            !state.over && is_too_much && state.next > state.wanted
        };
        let mut state = self
            .changed
            .wait_while(self.lock(), is_full)
            .unwrap_or_else(PoisonError::into_inner);

        let item = state.next;
        let size = self.sizes.get(item).filter(|_| !state.over)?;
        state.next += 1;
        state.held += size;
        Some(item)
    }

    fn stop(&self) {
        self.lock().over = true;
        self.changed.notify_all();
    }

    fn done(&self, item: usize, (made, size): (T, usize)) {
        let mut state = self.lock();
        let more = size.saturating_sub(self.sizes[item]);
        state.ready.insert(item, (made, self.sizes[item] + more));
        state.held += more;
        self.changed.notify_all();
    }

    fn wait_for(&self, item: usize) -> Result<T> {
        let mut state = self.lock();
        state.wanted = item;
        self.changed.notify_all();

        let is_missing = |state: &mut State<T>| !state.over && !state.ready.contains_key(&item);
        let mut state = self
            .changed
            .wait_while(state, is_missing)
            .unwrap_or_else(PoisonError::into_inner);

        let (made, size) = state
            .ready
            .remove(&item)
            .context("reading the corpus stopped unexpectedly")?;
        state.held -= size;
        self.changed.notify_all();
        Ok(made)
    }
}

/// Has everybody stop when it is dropped.
struct Stop<'a, T>(&'a Shared<'a, T>);

impl<T> Drop for Stop<'_, T> {
    fn drop(&mut self) {
        self.0.stop();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc::channel;

    use anyhow::bail;

    use super::*;

    fn ahead(threads: usize, most: usize) -> Ahead {
        Ahead { threads, most }
    }

    #[test]
    fn items_come_in_their_order_however_many_threads_prepare_them() {
        for (threads, most, count) in [(1, 0, 5), (4, 0, 50), (4, 10, 50), (9, 1_000, 3), (3, 5, 0)]
        {
            let mut taken = Vec::new();
            let outcome = ahead(threads, most).each(
                &vec![1; count],
                || (),
                |(), item| (item * 2, 1),
                |item, wait| {
                    taken.push((item, wait()?));
                    Ok(())
                },
            );
            outcome.unwrap();
            assert_eq!(taken, (0..count).map(|n| (n, n * 2)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn one_that_takes_long_does_not_hold_up_the_others() {
        let (others, all_others) = channel();
        let all_others = Mutex::new(all_others);
        ahead(2, usize::MAX)
            .each(
                &[1; 20],
                || others.clone(),
                |others, item| {
                    // The first is not ready until all the others are.
                    if item == 0 {
                        assert_eq!(all_others.lock().unwrap().iter().take(19).count(), 19);
                    } else {
                        others.send(()).unwrap();
                    }
                    (item, 1)
                },
                |_, wait| wait().map(drop),
            )
            .unwrap();
    }

    #[test]
    fn no_more_waits_than_is_allowed() {
        let ready = AtomicUsize::new(0);
        let most = AtomicUsize::new(0);
        ahead(4, 10)
            .each(
                &[1; 200],
                || (),
                |(), item| {
                    let now = ready.fetch_add(1, Ordering::SeqCst) + 1;
                    most.fetch_max(now, Ordering::SeqCst);
                    (item, 1)
                },
                |_, wait| {
                    wait()?;
                    ready.fetch_sub(1, Ordering::SeqCst);
                    Ok(())
                },
            )
            .unwrap();
        // Beside these, the one that is wanted, and the one that was taken a moment ago.
        assert!(most.into_inner() <= 10 + 2);
    }

    #[test]
    fn what_is_large_is_prepared_alone_and_what_has_grown_counts() {
        let now = AtomicUsize::new(0);
        let most = AtomicUsize::new(0);
        let sizes = [1, 9, 9, 1, 9, 1, 1, 9];
        ahead(4, 10)
            .each(
                &sizes,
                || (),
                |(), item| {
                    let size = sizes[item];
                    most.fetch_max(
                        now.fetch_add(size, Ordering::SeqCst) + size,
                        Ordering::SeqCst,
                    );
                    (size, 2 * size)
                },
                |_, wait| {
                    now.fetch_sub(wait()?, Ordering::SeqCst);
                    Ok(())
                },
            )
            .unwrap();
        assert!(most.into_inner() <= 10 + 9 + 9);
    }

    #[test]
    fn an_error_or_a_panic_ends_it() {
        let failed = ahead(3, 0).each(
            &[1; 100],
            || (),
            |(), item| (item, 1),
            |item, wait| {
                wait()?;
                if item == 7 { bail!("full") } else { Ok(()) }
            },
        );
        assert_eq!(failed.unwrap_err().to_string(), "full");

        let panicked = ahead(3, 0).each(
            &[1; 100],
            || (),
            |(), item| (assert_ne!(item, 5), 1),
            |_, wait| wait(),
        );
        assert!(panicked.unwrap_err().to_string().contains("unexpectedly"));
    }
}
