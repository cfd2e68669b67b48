//! A file mapped into memory, and what becomes of whoever looks behind its end when somebody cuts
//! it short meanwhile.
//!
//! The system sends SIGBUS for that, which ends a process. Here it is answered: zeros take the
//! place of the bytes that are gone, and this is noted, so that whatever was made of them can be
//! thrown away ([`Mapped::is_cut`]). To read into memory instead, or with a call of the system for
//! each list and row, would cost every answer something. All that is unsafe in this program is in
//! this file.
#![allow(unsafe_code)]

use std::fs::File;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Once, OnceLock};

use anyhow::{Context, Result};
use libc::{c_int, c_void, siginfo_t};
use memmap2::Mmap;
use tantivy::directory::OwnedBytes;

/// The bytes of a mapped file.
pub struct Mapped {
    // First, as it is dropped first: the addresses may belong to others right after the map is gone.
    watched: Watched,
    bytes: OwnedBytes,
}

impl Mapped {
    /// Maps a file whole.
    ///
    /// # Errors
    /// When the system does not.
    pub fn new(file: &File) -> Result<Mapped> {
        // SAFETY: the file of a finished part is never written again, only unlinked, which leaves a
        // mapping intact. Of one that is cut all the same, zeros are seen, and thrown away.
        let map = unsafe { Mmap::map(file) }.context("mapping a part of the index")?;
        Ok(Mapped {
            watched: Watched::over(&map),
            bytes: OwnedBytes::new(map),
        })
    }

    pub fn bytes(&self) -> &OwnedBytes {
        &self.bytes
    }

    /// Whether zeros were seen in place of bytes that are gone.
    pub fn is_cut(&self) -> bool {
        self.watched.0.is_cut.load(Ordering::Acquire)
    }
}

/// Some addresses, in a chain that grows and never shrinks: whoever answers a signal can follow it
/// at any moment, for it takes no lock and no memory.
struct Addresses {
    start: AtomicUsize,
    /// 0 when they are nobody's.
    end: AtomicUsize,
    is_taken: AtomicBool,
    is_cut: AtomicBool,
    next: OnceLock<Box<Addresses>>,
}

static FIRST: Addresses = Addresses::none();

impl Addresses {
    const fn none() -> Addresses {
        Addresses {
            start: AtomicUsize::new(0),
            end: AtomicUsize::new(0),
            is_taken: AtomicBool::new(false),
            is_cut: AtomicBool::new(false),
            next: OnceLock::new(),
        }
    }

    /// Those that an address is one of.
    fn with(address: usize) -> Option<&'static Addresses> {
        let mut link = Some(&FIRST);
        while let Some(one) = link {
            let start = one.start.load(Ordering::Acquire);
            if (start..one.end.load(Ordering::Acquire)).contains(&address) {
                return Some(one);
            }
            link = one.next.get().map(|next| &**next);
        }
        None
    }

    /// Puts zeros in place of the bytes from the page of an address on; whether that could be done.
    fn put_zeros(&self, address: usize) -> bool {
        self.is_cut.store(true, Ordering::Release);
        let start = address - address % page_bytes();
        let length = self.end.load(Ordering::Acquire) - start;
        let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_FIXED;

        // SAFETY: the pages are of a map of ours, which is there as long as it is watched.
        let zeros =
            unsafe { libc::mmap(start as *mut c_void, length, libc::PROT_READ, flags, -1, 0) };
        zeros != libc::MAP_FAILED
    }
}

/// The addresses of a map, watched until this is dropped.
struct Watched(&'static Addresses);

impl Watched {
    fn over(bytes: &[u8]) -> Watched {
        static ANSWERED: Once = Once::new();
        ANSWERED.call_once(answer_bus_errors);

        let mut place = &FIRST;
        while place.is_taken.swap(true, Ordering::AcqRel) {
            place = place.next.get_or_init(|| Box::new(Addresses::none()));
        }

        let range = bytes.as_ptr_range();
        place.is_cut.store(false, Ordering::Release);
        place.start.store(range.start as usize, Ordering::Release);
        // Now they are somebody's.
        place.end.store(range.end as usize, Ordering::Release);
        Watched(place)
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.0.end.store(0, Ordering::Release);
        self.0.is_taken.store(false, Ordering::Release);
    }
}

fn page_bytes() -> usize {
    // SAFETY: it only asks.
    let bytes = unsafe { libc::sysconf(libc::_SC_PAGESIZE) };
    usize::try_from(bytes).map_or(4096, |bytes| bytes.max(1))
}

/// Has the process answer SIGBUS from now on.
fn answer_bus_errors() {
    let answer: extern "C" fn(c_int, *mut siginfo_t, *mut c_void) = answer_bus_error;
    // SAFETY: all of the structure is set, and what answers does only what a signal may interrupt:
    // it reads and writes atomics and calls `mmap`, `sysconf` and `signal`.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = answer as usize;
        action.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK;
        libc::sigemptyset(&raw mut action.sa_mask);
        libc::sigaction(libc::SIGBUS, &raw const action, std::ptr::null_mut());
    }
}

extern "C" fn answer_bus_error(_: c_int, info: *mut siginfo_t, _: *mut c_void) {
    // SAFETY: the system says where it happened.
    let address = unsafe { (*info).si_addr() } as usize;

    let is_ours = Addresses::with(address).is_some_and(|ours| ours.put_zeros(address));
    if !is_ours {
        // SAFETY: when this returns, it happens again, and ends the process as it would have.
        unsafe { libc::signal(libc::SIGBUS, libc::SIG_DFL) };
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn of_a_file_that_is_cut_short_zeros_are_seen_and_noted() {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&[7; 100_000]).unwrap();
        let map = || Mapped::new(&file).unwrap();
        let (before, other) = (map(), map());
        assert_eq!(**before.bytes(), [7; 100_000]);

        file.set_len(50_000).unwrap();
        let seen = before.bytes();
        assert_eq!(seen[..50_000], [7; 50_000]);
        assert_eq!(seen[50_000..], [0; 50_000]);
        assert!(before.is_cut() && !other.is_cut());

        file.set_len(0).unwrap();
        assert_eq!((seen[10], other.bytes()[99_999]), (0, 0));
        assert!(other.is_cut());
        drop((before, other));

        // The next one begins anew.
        file.set_len(5_000).unwrap();
        let next = map();
        assert!(next.bytes().iter().all(|byte| *byte == 0) && !next.is_cut());
    }

    #[test]
    fn many_are_watched_at_once() {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&[7; 10_000]).unwrap();
        let maps: Vec<Mapped> = (0..50).map(|_| Mapped::new(&file).unwrap()).collect();
        file.set_len(0).unwrap();
        let seen = std::thread::scope(|scope| {
            let ends = maps.iter().map(|map| scope.spawn(|| map.bytes()[9_999]));
            let ends: Vec<_> = ends.collect();
            ends.into_iter()
                .map(|end| end.join().unwrap())
                .collect::<Vec<u8>>()
        });
        assert_eq!(seen, [0; 50]);
        assert!(maps.iter().all(Mapped::is_cut));
    }
}
