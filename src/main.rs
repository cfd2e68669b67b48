use std::path::Path;
fn main() -> anyhow::Result<()> {
    let t = std::time::Instant::now();
    let corpus = std::env::args().nth(1).unwrap_or("corpus".into());
    let library = pullquote::index::open(Path::new(&corpus), Path::new(&std::env::args().nth(2).unwrap_or("index".into())), &pullquote::index::Silent)?;
    eprintln!("{:?} {} docs {} passages, skipped {:?}", t.elapsed(), library.documents().len(), library.passage_count(), library.skipped());
    for q in std::env::args().skip(3) {
        let t = std::time::Instant::now();
        let a = pullquote::answer::answer(&library, &pullquote::answer::Question { text: &q, document: None, limit: 3 })?;
        let e = t.elapsed();
        println!("{q} {:.2} {:?} {:?} {e:?}", a.confidence, a.corrections, a.quote.map(|q| library.text(q.span).unwrap().to_owned()));
    }
    Ok(())
}
