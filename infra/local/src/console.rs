//! The built console: in a folder, or inside this program (`make install`).

use std::path::{Path, PathBuf};

use axum::routing::{self, MethodRouter};
use tower_http::services::{ServeDir, ServeFile};

/// The console's files.
#[derive(Debug, Clone)]
pub enum Console {
    /// In this folder.
    Folder(PathBuf),
    /// Inside the program.
    #[cfg(feature = "bundled")]
    Inside,
}

impl Console {
    /// The console in a folder if one is built there, or else the one inside the program.
    #[must_use]
    pub fn find(folder: &Path) -> Option<Self> {
        if folder.join("index.html").exists() {
            return Some(Self::Folder(folder.to_owned()));
        }
        #[cfg(feature = "bundled")]
        return Some(Self::Inside);
        #[cfg(not(feature = "bundled"))]
        None
    }

    /// Serves one file.
    pub fn file<S: Clone + Send + Sync + 'static>(&self, name: &'static str) -> MethodRouter<S> {
        match self {
            Self::Folder(folder) => routing::get_service(ServeFile::new(folder.join(name))),
            #[cfg(feature = "bundled")]
            Self::Inside => routing::get(move || async move { inside::file(name) }),
        }
    }

    /// Serves the files under `/assets`, whose names change with their content.
    pub fn assets<S: Clone + Send + Sync + 'static>(&self) -> axum::Router<S> {
        let routes = axum::Router::new();
        match self {
            Self::Folder(folder) => {
                routes.nest_service("/assets", ServeDir::new(folder.join("assets")))
            }
            #[cfg(feature = "bundled")]
            Self::Inside => routes.route("/assets/{*path}", routing::get(inside::asset)),
        }
    }
}

#[cfg(feature = "bundled")]
mod inside {
    use axum::extract::Path;
    use axum::http::{StatusCode, header};
    use axum::response::{IntoResponse, Response};
    use rust_embed::RustEmbed;

    #[derive(RustEmbed)]
    #[folder = "$CARGO_MANIFEST_DIR/../../console/dist"]
    struct Files;

    pub(super) fn file(name: &str) -> Response {
        let Some(file) = Files::get(name) else { return StatusCode::NOT_FOUND.into_response() };
        let kind = mime_guess::from_path(name).first_or_octet_stream();
        ([(header::CONTENT_TYPE, kind.as_ref())], file.data.into_owned()).into_response()
    }

    pub(super) async fn asset(Path(path): Path<String>) -> Response {
        file(&format!("assets/{path}"))
    }
}
