//! Files that programs of a test fetch by HTTP.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// A server of texts, each under its number. It ends with the process.
#[derive(Debug)]
pub struct Served {
    port: u16,
    texts: Arc<Mutex<Vec<String>>>,
}

impl Served {
    /// A server without texts.
    ///
    /// # Panics
    /// If there is no free port.
    pub fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("there is a free port");
        let port = listener.local_addr().expect("it listens").port();
        let texts: Arc<Mutex<Vec<String>>> = Arc::default();
        let all = Arc::clone(&texts);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let all = Arc::clone(&all);
                thread::spawn(move || answer(stream, &all));
            }
        });
        Self { port, texts }
    }

    /// URL of a text.
    pub fn add(&self, text: &str) -> String {
        let mut texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        texts.push(text.to_owned());
        format!("http://127.0.0.1:{}/{}", self.port, texts.len() - 1)
    }
}

/// Answers one request. Whoever asks and goes away is not answered.
fn answer(mut stream: TcpStream, texts: &Mutex<Vec<String>>) {
    let mut line = String::new();
    let mut reader = BufReader::new(&stream);
    if reader.read_line(&mut line).is_err() {
        return;
    }
    let mut header = String::new();
    while reader.read_line(&mut header).is_ok_and(|length| length > 2) {
        header.clear();
    }
    let number = line.split(' ').nth(1).and_then(|path| path.get(1..)?.parse::<usize>().ok());
    let texts = texts.lock().unwrap_or_else(PoisonError::into_inner);
    let text = number.and_then(|number| texts.get(number)).cloned();
    drop(texts);
    let (status, text) = match text {
        Some(text) => ("200 OK", text),
        None => ("404 Not Found", String::new()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        text.len()
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(text.as_bytes()));
}
