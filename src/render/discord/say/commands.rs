//! What people read while they choose a command and fill in its options; plain text.

/// What commands do.
pub mod command {
    crate::locale::sentences! { "command":
        ask();
        search();
        read();
        random();
        quiz();
        quiz_start();
        quiz_stop();
        library();
        help();
        privacy();
        privacy_show();
        delete_server();
        texts();
        texts_add();
        texts_remove();
        texts_rename();
        texts_list();
        texts_quota();
        progress();
        gate();
        gates_set();
        gates_show();
        gates_clear();
        schedule();
        schedule_quote();
        schedule_plan();
        schedule_list();
        schedule_pause();
        schedule_remove();
        schedule_test();
        settings();
        settings_show();
        settings_server();
        settings_channel();
        gaps();
        gaps_show();
        gaps_clear();
    }
}

/// What options of commands are for.
pub mod option {
    crate::locale::sentences! { "option":
        question();
        text();
        from();
        document();
        private();
        quiz_kind();
        quiz_questions();
        confirm();
        file();
        title();
        language();
        which();
        chapter();
        whole_server();
        time();
        zone();
        weekdays();
        which_schedule();
        words();
        plan_from();
        move_gate();
        shared();
        usually_private();
        servers_language();
        feedback();
        gaps();
    }
}

/// What options, and commands on messages, are called.
pub mod name {
    crate::locale::sentences! { "name":
        question();
        text();
        from();
        document();
        private();
        kind();
        questions();
        file();
        title();
        language();
        shared();
        confirm();
        chapter();
        whole_server();
        time();
        zone();
        weekdays();
        words();
        move_gate();
        schedule();
        feedback();
        gaps();
        find();
        check();
    }
}

/// What can be chosen in an option.
pub mod choice {
    crate::locale::sentences! { "choice":
        delete_server();
        discords_language();
        gap();
        chapter();
        speaker();
    }
}
