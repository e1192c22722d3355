" Vim and Neovim: put this file into a folder "compiler" of your runtime path, such as
" ~/.vim/compiler or ~/.config/nvim/compiler. Then :compiler cloudrun-lint, :make and :copen.
"
" It runs what g:cloudrun_lint names; without it the cloudrun-lint of the project's node_modules, or else that of the PATH.
if exists('current_compiler')
  finish
endif
let current_compiler = 'cloudrun-lint'

let s:own = findfile('node_modules/.bin/cloudrun-lint', '.;')
let s:program = get(g:, 'cloudrun_lint', empty(s:own) ? 'cloudrun-lint' : shellescape(fnamemodify(s:own, ':p')))
execute 'CompilerSet makeprg=' . escape(s:program . ' --format=compact', ' \|"')
CompilerSet errorformat=%f:%l:%c:\ %t%*[a-z]:\ %m
