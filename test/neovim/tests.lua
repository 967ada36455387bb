-- What a user does, typed as keys into a running Neovim; see run.mjs, which starts it in a copy of the sample. Nothing here sleeps:
-- a test is a coroutine that gives way until what it waits for has come true.
local line
local results = {}
local report

local function feed(keys)
  vim.api.nvim_input(keys)
end

-- Gives way until it holds, and returns what it says.
local function wait(what, holds)
  local timer = vim.loop.new_timer()
  local test = coroutine.running()
  local deadline = vim.loop.now() + 30000
  timer:start(0, 5, vim.schedule_wrap(function()
    if timer:is_closing() then
      return
    end
    local ok, value = pcall(holds)
    local late = vim.loop.now() > deadline
    if ok and not value and not late then
      return
    end
    timer:close()
    local resumed, problem = coroutine.resume(test, ok and value, ok and 'Waited in vain: ' .. what .. '\nThe line is: ' .. line() or value)
    if not resumed then
      report(problem)
    end
  end))
  local value, problem = coroutine.yield()
  if not value then
    error(problem, 0)
  end
  return value
end

function line()
  return vim.api.nvim_get_current_line()
end

local function text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer or 0, 0, -1, false), '\n')
end

local function equal(found, wanted)
  if not vim.deep_equal(found, wanted) then
    error('Found:\n' .. vim.inspect(found) .. '\nWanted:\n' .. vim.inspect(wanted), 0)
  end
end

local function open(file)
  vim.cmd('silent %bwipeout!')
  vim.cmd('silent edit ' .. file)
  wait('the server', function()
    return next(vim.lsp.get_active_clients()) and vim.bo.omnifunc:find('provenote')
  end)
end

-- The cursor on the first letter of some words.
local function go(words)
  vim.fn.cursor(1, 1)
  if vim.fn.search('\\V' .. words, 'cW') == 0 then
    error('Not in the file: ' .. words, 0)
  end
end

local function shown(code, message, lnum, col)
  return ('%d:%d %s %s'):format(lnum + 1, col + 1, code, message)
end

local function findings()
  local found = {}
  for _, own in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, shown(own.code or own.user_data.lsp.code, own.message, own.lnum, own.col))
  end
  table.sort(found)
  return found
end

-- The same as the command line tells it, which counts in UTF-16.
local function reported(file)
  local found = {}
  for _, own in ipairs(vim.fn.json_decode(vim.fn.readfile(vim.env.PROVENOTE_FINDINGS)).findings) do
    if own.path == file then
      local start = own.range.start
      local col = vim.str_byteindex(vim.fn.getline(start.line + 1), start.character, true)
      table.insert(found, shown(own.rule, own.message, start.line, col))
    end
  end
  table.sort(found)
  return found
end

local function checked()
  return wait('findings', function()
    local found = findings()
    return #found > 0 and found
  end)
end

-- The text of the window that floats above the others.
local function card()
  return wait('a card', function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        return vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
      end
    end
  end)
end

local tests = {
  {
    'shows the findings of the command line',
    function()
      open('draft.note.md')
      checked()
      local wanted = reported('draft.note.md')
      wait('the same findings', function()
        return #findings() == #wanted
      end)
      equal(findings(), wanted)
    end,
  },
  {
    'completes a mention by key',
    function()
      open('brief.note.md')
      vim.fn.cursor(vim.fn.line('$'), 1)
      feed('oThen @meh<C-x><C-o>')
      wait('the menu', function()
        return vim.fn.pumvisible() == 1
      end)
      feed('<C-y> spoke.<Esc>')
      wait('the line', function()
        return line() == 'Then @mehra spoke.'
      end)
    end,
  },
  {
    'completes a mention by name, behind letters of more bytes than one',
    function()
      open('brief.note.md')
      vim.fn.cursor(vim.fn.line('$'), 1)
      feed('o“𝄞é” and @sunniva<C-x><C-o>')
      wait('the menu', function()
        return vim.fn.pumvisible() == 1
      end)
      feed('<C-y><Esc>')
      wait('the line', function()
        return line() == '“𝄞é” and @mehra'
      end)
    end,
  },
  {
    'completes every actor after the sign alone',
    function()
      open('brief.note.md')
      vim.fn.cursor(vim.fn.line('$'), 1)
      feed('o@<C-x><C-o>')
      wait('the menu', function()
        return #vim.fn.complete_info({ 'items' }).items > 20
      end)
      for _, item in ipairs(vim.fn.complete_info({ 'items' }).items) do
        equal(item.word:sub(1, 1), '@')
      end
      feed('<Esc>')
    end,
  },
  {
    'completes a source in a citation',
    function()
      open('brief.note.md')
      vim.fn.cursor(vim.fn.line('$'), 1)
      feed('oIt fell [^port-s<C-x><C-o>')
      wait('the menu', function()
        return vim.fn.pumvisible() == 1
      end)
      feed('<C-y><Esc>')
      wait('the line', function()
        return line() == 'It fell [^port-stats]'
      end)
    end,
  },
  {
    'shows the card of an actor, readable in a terminal',
    function()
      open('draft.note.md')
      checked()
      go('@anstey')
      feed('K')
      equal(card(), {
        'Teodor Anstey · Person',
        'Chief Executive, Karsa Line (since 5 January 2026)',
        '',
        'A former purser of the Karsa Maid.',
        '',
        'Also Theodore Anstey, Anstey · Country: Republic of Arven',
        '',
        'In their own words',
        '',
        '  One ship, Madam Chair. We have two crews in date and one hull in class, which is one more than we had at'
          .. ' Christmas, and we have a berth at Senmere for one vessel at a time.',
        '  — Committee on Harbours and Trade, “Closure of the Karsa crossing: oral evidence”, Assembly of Arven,'
          .. ' 27 February 2031',
        '',
        'Named in the sources',
        '',
        '  Teodor Anstey, chief executive of Karsa Line, said by telephone that the company had received a summary of two'
          .. ' pages and was reading it slowly.',
        '  — Ilmar Corrow, “Arven and Dorrany agree to reopen Karsa crossing, minister says”, Straitwire, 12 March 2031',
      })
    end,
  },
  {
    'shows what a quotation is in its source',
    function()
      open('draft.note.md')
      checked()
      go('will sign a date')
      feed('K')
      equal(card(), {
        'Closure of the Karsa crossing: oral evidence',
        'Committee on Harbours and Trade · Assembly of Arven, 27 February 2031 · official · reliability A'
          .. ' (completely reliable)',
        '',
        '✗ The source says it differently: We will {+not+} sign a date we cannot insure',
        '',
        '  My answer is on the door. We will not sign a date we cannot insure. I said it to the minister and she took it'
          .. ' well, or at any rate she took it.',
        '  — Teodor Anstey speaks',
      })
    end,
  },
  {
    'leads from a citation to its source, and back',
    function()
      open('draft.note.md')
      checked()
      go('[^port-stats')
      feed('l<C-]>')
      wait('the source', function()
        return vim.api.nvim_buf_get_name(0):find('port%-stats%.source%.md$')
      end)
      feed('<C-t>')
      wait('the note', function()
        return line():find('[^port-stats', 1, true)
      end)
    end,
  },
  {
    'lists references',
    function()
      open('draft.note.md')
      checked()
      go('@karsa-line')
      feed('grr')
      local lists = wait('the list', function()
        local list = vim.fn.getqflist()
        return #list > 0 and list
      end)
      local files = {}
      for _, own in ipairs(lists) do
        files[vim.fn.fnamemodify(vim.fn.bufname(own.bufnr), ':t')] = true
      end
      local names = vim.tbl_keys(files)
      table.sort(names)
      equal(names, { 'actors.yaml', 'brief.note.md', 'draft.note.md', 'karsa-post.source.md', 'linesmen.note.md' })
    end,
  },
  {
    'renames an actor in all files',
    function()
      open('draft.note.md')
      checked()
      local before = text()
      go('@karsa-line')
      vim.ui.input = function(options, answer)
        equal(options.default, 'karsa-line')
        answer('ferry-line')
      end
      feed('grn')
      local function renamed(words)
        return (words:gsub('@karsa%-line', '@ferry-line'))
      end
      wait('the new key', function()
        return text() == renamed(before)
      end)
      for _, name in ipairs({ 'actors.yaml', 'brief.note.md', 'linesmen.note.md', 'sources/karsa-post.source.md' }) do
        local now = text(vim.fn.bufnr(name))
        equal({ name, now:find('ferry-line', 1, true) ~= nil }, { name, true })
      end
      -- The server has understood it: nothing is wrong that was not before.
      local wanted = reported('draft.note.md')
      wait('the same findings', function()
        return vim.deep_equal(findings(), wanted)
      end)
    end,
  },
  {
    'fixes what is found',
    function()
      open('draft.note.md')
      local wanted = #checked() - 1
      go('harbor-weekly')
      vim.ui.select = function(items, options, choose)
        for _, item in ipairs(items) do
          if options.format_item(item):find('^Change to harbour%-weekly') then
            return choose(item)
          end
        end
        choose()
      end
      feed('gra')
      wait('the key', function()
        return line():find('[^harbour-weekly]', 1, true)
      end)
      wait('one finding less', function()
        return #findings() == wanted
      end)
    end,
  },
}

local function step()
  local title, test = unpack(tests[#results + 1])
  local run = coroutine.create(function()
    test()
    report()
  end)
  local ok, problem = coroutine.resume(run)
  if not ok then
    report(problem)
  end
end

report = function(problem)
  table.insert(results, { title = tests[#results + 1][1], error = problem })
  if #results == #tests then
    vim.fn.writefile({ vim.fn.json_encode(results) }, vim.env.PROVENOTE_RESULTS)
    vim.cmd('qall!')
  end
  feed('<Esc>')
  vim.schedule(step)
end

step()
