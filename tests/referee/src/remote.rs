//! A DynamoDB that listens on the loopback interface.

use std::io::{BufRead, BufReader, Error, Read, Write};
use std::net::TcpStream;
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

/// An answer: its status, and its body as JSON.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Value,
}

/// The connection to the other implementation. Requests go one after the other.
#[derive(Debug)]
pub struct Remote {
    address: String,
    connection: Mutex<Option<BufReader<TcpStream>>>,
}

impl Remote {
    /// A connection to `http://<host>:<port>`, opened with the first request.
    #[must_use]
    pub fn new(url: &str) -> Self {
        let address = url.trim_start_matches("http://").trim_end_matches('/').to_owned();
        Self { address, connection: Mutex::default() }
    }

    /// Sends a request, and waits for its answer.
    ///
    /// # Errors
    /// If nobody listens there, or the answer is no HTTP with JSON inside.
    pub fn call(&self, operation: &str, body: &str) -> Result<Answer, Error> {
        let mut kept = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let mut connection = match kept.take() {
            Some(connection) => connection,
            None => {
                let stream = TcpStream::connect(&self.address)?;
                stream.set_nodelay(true)?;
                BufReader::new(stream)
            }
        };
        // No implementation on this machine checks the signature, but each wants a key's name.
        let request = format!(
            "POST / HTTP/1.1\r\nhost: {}\r\nx-amz-target: DynamoDB_20120810.{operation}\r\n\
             content-type: application/x-amz-json-1.0\r\ncontent-length: {}\r\n\
             authorization: AWS4-HMAC-SHA256 Credential=test/20261130/eu-central-1/dynamodb/\
             aws4_request, SignedHeaders=host, Signature=0\r\n\r\n{body}",
            self.address,
            body.len()
        );
        connection.get_mut().write_all(request.as_bytes())?;
        let (answer, closes) = read(&mut connection)?;
        if !closes {
            *kept = Some(connection);
        }
        Ok(answer)
    }
}

fn malformed(why: &str) -> Error {
    Error::other(format!("the answer is no HTTP: {why}"))
}

/// Reads an answer. Returns whether the server closes the connection after it.
fn read(connection: &mut BufReader<TcpStream>) -> Result<(Answer, bool), Error> {
    let mut line = String::new();
    connection.read_line(&mut line)?;
    let status = line.split(' ').nth(1).and_then(|s| s.parse().ok());
    let status = status.ok_or_else(|| malformed(&line))?;
    let (mut length, mut chunked, mut closes) = (0, false, false);
    loop {
        let mut line = String::new();
        if connection.read_line(&mut line)? == 0 {
            return Err(malformed("it ends in its head"));
        }
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse().map_err(|_| malformed(&line))?,
            "transfer-encoding" => chunked = value.eq_ignore_ascii_case("chunked"),
            "connection" => closes = value.eq_ignore_ascii_case("close"),
            _ => {}
        }
    }
    let body = if chunked { read_chunks(connection)? } else { read_exactly(connection, length)? };
    let body = serde_json::from_slice(&body).map_err(Error::other)?;
    Ok((Answer { status, body }, closes))
}

fn read_exactly(connection: &mut BufReader<TcpStream>, length: usize) -> Result<Vec<u8>, Error> {
    let mut bytes = vec![0; length];
    connection.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn read_chunks(connection: &mut BufReader<TcpStream>) -> Result<Vec<u8>, Error> {
    let mut whole = Vec::new();
    loop {
        let mut line = String::new();
        connection.read_line(&mut line)?;
        let length = usize::from_str_radix(line.trim(), 16).map_err(|_| malformed(&line))?;
        whole.append(&mut read_exactly(connection, length)?);
        connection.read_line(&mut String::new())?;
        if length == 0 {
            return Ok(whole);
        }
    }
}
