-- Does in Neovim what a person does, with the lines of docs/editors.md for its version, and writes down what was seen.
-- Run as: nvim --headless --clean -u RECIPE -l TRY, with the file to edit and the file to write to in the environment.
local seen = {}
local buffer

local function wait(milliseconds, done)
  return vim.wait(milliseconds, done, 50)
end

local function found()
  return vim.diagnostic.get()
end

--- What is found once nothing has changed for a while.
local function settled()
  local last, since = -1, vim.loop.now()
  wait(60000, function()
    local now = #found()
    if now ~= last then
      last, since = now, vim.loop.now()
    end
    return last > 0 and vim.loop.now() - since > 1500
  end)
  local counted = { error = 0, warning = 0, info = 0 }
  local names = { 'error', 'warning', 'info' }
  for _, diagnostic in ipairs(found()) do
    counted[names[diagnostic.severity]] = counted[names[diagnostic.severity]] + 1
  end
  return counted
end

local function cursorTo(pattern, offset)
  vim.fn.cursor(1, 1)
  vim.fn.search(pattern)
  vim.fn.cursor(vim.fn.line('.'), vim.fn.col('.') + (offset or 0))
end

--- Asks the server as the editor does; what it answers.
local function ask(method, more)
  local params = vim.tbl_extend('force', vim.lsp.util.make_position_params(0, 'utf-16'), more or {})
  for _, answer in pairs(vim.lsp.buf_request_sync(buffer, method, params, 30000) or {}) do
    if answer.err then error(method .. ': ' .. vim.inspect(answer.err)) end
    return answer.result
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end

local function run()
  vim.cmd('edit ' .. vim.env.TRY_FILE)
  buffer = vim.api.nvim_get_current_buf()
  vim.bo.filetype = 'yaml'
  seen.first = settled()

  cursorTo('envoyproxy')
  vim.lsp.buf.hover()
  wait(20000, function() return #vim.api.nvim_list_wins() > 1 end)
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      seen.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
      vim.api.nvim_win_close(window, true)
    end
  end

  cursorTo('"proxy"', 1)
  vim.lsp.buf.definition()
  wait(20000, function() return vim.fn.getline('.'):find('name: proxy') ~= nil end)
  seen.definition = vim.fn.getline('.')
  seen.references = #ask('textDocument/references', { context = { includeDeclaration = true } })
  seen.highlights = #ask('textDocument/documentHighlight')
  seen.symbols = #ask('textDocument/documentSymbol')[1].children

  cursorTo('"proxy"', 1)
  local offered = ask('textDocument/completion')
  seen.completion = vim.tbl_map(function(item) return item.label end, offered.items or offered)

  cursorTo('name: proxy', 7)
  vim.lsp.buf.rename('edge')
  wait(20000, function() return text():find('name: edge') ~= nil end)
  seen.renamed = text()
  seen.second = settled()

  vim.cmd('write')
  wait(2000, function() return false end)
  seen.third = settled()
  seen.written = table.concat(vim.fn.readfile(vim.env.TRY_FILE), '\n')

  vim.cmd('edit envoy.yaml')
  vim.bo.filetype = 'yaml'
  wait(2000, function() return false end)
  vim.cmd('%s/address: web/address: 127.0.0.1/')
  wait(2000, function() return false end)
  seen.fourth = settled()
end

local ok, problem = xpcall(run, debug.traceback)
seen.problem = not ok and problem or nil
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.TRY_RESULT)
vim.cmd('qall!')
