-- Provenote's language server in Neovim 0.7 and later; no plugin is needed. See neovim.md beside this file.
local provenote = {}

local names = {
  '%.note%.md$',
  '%.source%.md$',
  '%.actor%.md$',
  '^actors%.yaml$',
  '^sources%.yaml$',
  '%.actors%.yaml$',
  '%.sources%.yaml$',
  '^provenote%.yaml$',
}

local function is_ours(path)
  local name = vim.fn.fnamemodify(path, ':t')
  for _, pattern in ipairs(names) do
    if name:find(pattern) then
      return true
    end
  end
  return false
end

-- The folder with provenote.yaml, else the repository (whose .git may be a file), else the file's own folder.
local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  for _, find in ipairs({ { vim.fn.findfile, 'provenote.yaml' }, { vim.fn.finddir, '.git' }, { vim.fn.findfile, '.git' } }) do
    local found = find[1](find[2], vim.fn.escape(folder, ' ,;') .. ';')
    if found ~= '' then
      return (vim.fn.fnamemodify(found, ':p'):gsub('/$', ''):gsub('/[^/]*$', ''))
    end
  end
  return folder
end

-- Neovim before 0.11 looks for completions from the keyword before the cursor on, and the @ is none of it. This asks from where
-- the server says that its words begin, and leaves to the server which of them fit.
function provenote.omnifunc(findstart)
  if findstart ~= 1 then
    return {}
  end
  local params = vim.lsp.util.make_position_params()
  vim.lsp.buf_request(0, 'textDocument/completion', params, function(_, result)
    local items = result and (result.items or result) or {}
    if #items == 0 or vim.fn.mode() ~= 'i' then
      return
    end
    local line = vim.api.nvim_get_current_line()
    local from
    local shown = {}
    for _, item in ipairs(items) do
      local edit = item.textEdit
      from = from or vim.str_byteindex(line, (edit.range or edit.insert).start.character, true)
      table.insert(shown, {
        word = edit.newText,
        abbr = item.label,
        menu = item.detail or '',
        dup = 1,
        equal = 1,
      })
    end
    vim.fn.complete(from + 1, shown)
  end)
  -- The answer comes later.
  return -2
end

-- The keys that Neovim 0.11 has by itself.
local keys = {
  K = 'hover',
  grn = 'rename',
  gra = 'code_action',
  grr = 'references',
  grt = 'type_definition',
  gO = 'document_symbol',
  ['<C-]>'] = 'definition',
}

local function prepare(buffer)
  vim.bo[buffer].omnifunc = "v:lua.require'provenote'.omnifunc"
  for key, name in pairs(keys) do
    vim.keymap.set('n', key, function()
      vim.lsp.buf[name]()
    end, { buffer = buffer, desc = 'Provenote: ' .. name:gsub('_', ' ') })
  end
end

-- Cards in plain text: of Markdown, Neovim would show the marks that keep the words of sources from being any.
local function capabilities()
  local able = vim.lsp.protocol.make_client_capabilities()
  able.textDocument.hover.contentFormat = { 'plaintext' }
  able.textDocument.completion.completionItem.documentationFormat = { 'plaintext' }
  return able
end

local started = {}

-- Neovim before 0.11: a server for each root, for all its files.
local function start(config, path, buffer)
  local root = root_of(path)
  if not started[root] or not vim.lsp.get_client_by_id(started[root]) then
    started[root] = vim.lsp.start_client(vim.tbl_extend('force', config, {
      root_dir = root,
      workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
    }))
  end
  if started[root] then
    vim.lsp.buf_attach_client(buffer, started[root])
    prepare(buffer)
  end
end

--- Starts the server for notes, sources and records.
--- `settings` are Provenote's settings without their first word; `cmd` is the server's program and its arguments.
function provenote.setup(options)
  options = options or {}
  local config = {
    name = 'provenote',
    cmd = options.cmd or { 'provenote-language-server', '--stdio' },
    capabilities = capabilities(),
    settings = { provenote = options.settings or vim.empty_dict() },
  }
  if vim.lsp.config then
    config.filetypes = { 'markdown', 'yaml' }
    config.on_attach = function(client, buffer)
      vim.lsp.completion.enable(true, client.id, buffer, { autotrigger = true })
    end
    -- Without a call to `found` the server leaves the file alone.
    config.root_dir = function(buffer, found)
      local path = vim.api.nvim_buf_get_name(buffer)
      if is_ours(path) then
        found(root_of(path))
      end
    end
    vim.lsp.config('provenote', config)
    vim.lsp.enable('provenote')
    return
  end
  vim.api.nvim_create_autocmd({ 'BufReadPost', 'BufNewFile' }, {
    group = vim.api.nvim_create_augroup('provenote', {}),
    pattern = { '*.md', '*.yaml' },
    callback = function(event)
      local path = vim.fn.fnamemodify(event.match, ':p')
      if not is_ours(path) then
        return
      end
      -- Afterwards, for Neovim's own file for Markdown sets an `omnifunc`, too.
      vim.schedule(function()
        if vim.api.nvim_buf_is_loaded(event.buf) then
          start(config, path, event.buf)
        end
      end)
    end,
  })
end

return provenote
