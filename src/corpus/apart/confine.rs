//! What a process that reads files gives up before it sees the first of them.
//!
//! In: the limits. Out: [`Confinement`], what the system could do, which `pullquote check` tells.
//! The decision that is not obvious: three walls, each of which would do, because no kernel is sure
//! to have the last two. A process that may have no further open file cannot open one (everywhere);
//! nothing may be opened by name (Landlock); and of the system's calls only those are left that
//! reading and computing take (seccomp).

use serde::{Deserialize, Serialize};

use crate::corpus::folder::Limits;

/// Which walls stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confinement {
    /// No more open files than the pipes it was given.
    pub files: bool,
    /// Landlock: nothing is opened by its name, no address is reached.
    pub names: bool,
    /// seccomp: no system call but those of the list.
    pub calls: bool,
}

/// Gives up everything that reading does not need; the pipes that are open stay.
pub fn confine(limits: Limits) -> Confinement {
    // In this order, as each of them takes what the next one takes away.
    let names = names::confine();
    let files = limit_resources(limits);
    let calls = calls::confine();

    Confinement {
        files,
        names,
        calls,
    }
}

/// Limits what this process may take; whether it is barred from opening files by that.
fn limit_resources(limits: Limits) -> bool {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let at_most = |what, amount| {
        setrlimit(
            what,
            Rlimit {
                current: Some(amount),
                maximum: Some(amount),
            },
        )
    };

    let _ = at_most(Resource::As, limits.memory_bytes());
    // Who started it watches the time of each file; this ends it where nobody does any more. It is
    // replaced when it has read for half as long as one file may take.
    let _ = at_most(Resource::Cpu, 2 * limits.seconds + 1);
    // A dump of its memory would leave the file's text behind on the disk.
    let _ = at_most(Resource::Core, 0);
    let _ = at_most(Resource::Fsize, 0);
    let _ = at_most(Resource::Nproc, 0);

    at_most(Resource::Nofile, 0).is_ok()
}

#[cfg(target_os = "linux")]
mod names {
    use landlock::{
        ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr,
        RulesetStatus, Scope,
    };

    /// Everything is forbidden and nothing allowed; what a kernel does not know yet is left out.
    pub fn confine() -> bool {
        const NEWEST: ABI = ABI::V6;
        let forbidden = || {
            Ruleset::default()
                .set_compatibility(CompatLevel::BestEffort)
                .handle_access(AccessFs::from_all(NEWEST))?
                .handle_access(AccessNet::from_all(NEWEST))?
                .scope(Scope::from_all(NEWEST))?
                .create()?
                .restrict_self()
        };

        forbidden().is_ok_and(|status| status.ruleset != RulesetStatus::NotEnforced)
    }
}

#[cfg(all(
    target_os = "linux",
    any(
        target_arch = "x86_64",
        target_arch = "aarch64",
        target_arch = "riscv64"
    )
))]
mod calls {
    use anyhow::Result;
    use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, apply_filter};

    /// What is left: reading and writing what is open, memory, time, chance, and ending.
    const ALLOWED: &[libc::c_long] = &[
        libc::SYS_read,
        libc::SYS_readv,
        libc::SYS_write,
        libc::SYS_writev,
        libc::SYS_lseek,
        libc::SYS_fstat,
        libc::SYS_close,
        libc::SYS_mmap,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_mprotect,
        libc::SYS_madvise,
        libc::SYS_brk,
        libc::SYS_futex,
        libc::SYS_sched_yield,
        libc::SYS_sched_getaffinity,
        libc::SYS_getrandom,
        libc::SYS_clock_gettime,
        libc::SYS_clock_nanosleep,
        libc::SYS_nanosleep,
        libc::SYS_gettid,
        libc::SYS_getpid,
        // An abort, with which the library ends when memory is used up, is a signal to itself.
        libc::SYS_tgkill,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sigaltstack,
        libc::SYS_restart_syscall,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];

    /// What is not allowed fails, rather than to end the process: a library that asks how much
    /// memory there is can do without.
    pub fn confine() -> bool {
        let apply = || -> Result<()> {
            let filter = SeccompFilter::new(
                ALLOWED.iter().map(|call| (*call, vec![])).collect(),
                SeccompAction::Errno(libc::EPERM as u32),
                SeccompAction::Allow,
                std::env::consts::ARCH.try_into()?,
            )?;
            Ok(apply_filter(&BpfProgram::try_from(filter)?)?)
        };

        apply().is_ok()
    }
}

#[cfg(not(target_os = "linux"))]
mod names {
    pub fn confine() -> bool {
        false
    }
}

#[cfg(not(all(
    target_os = "linux",
    any(
        target_arch = "x86_64",
        target_arch = "aarch64",
        target_arch = "riscv64"
    )
)))]
mod calls {
    pub fn confine() -> bool {
        false
    }
}
