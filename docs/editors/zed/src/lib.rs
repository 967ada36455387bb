use zed_extension_api::{
    self as zed, serde_json::Value, settings::LspSettings, Command, LanguageServerId, Result, Worktree,
};

/// Starts the language server that is on the path, and hands it the settings.
struct Provenote;

impl zed::Extension for Provenote {
    fn new() -> Self {
        Provenote
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let command = worktree
            .which("provenote-language-server")
            .ok_or("provenote-language-server is not on the path: see Provenote’s README for how it is installed")?;
        Ok(Command { command, args: vec!["--stdio".into()], env: worktree.shell_env() })
    }

    fn language_server_workspace_configuration(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<Value>> {
        Ok(LspSettings::for_worktree(server.as_ref(), worktree)?.settings)
    }
}

zed::register_extension!(Provenote);
