" Vim and Neovim: put this file into a folder "compiler" of your runtime path, such as
" ~/.vim/compiler or ~/.config/nvim/compiler. Then :compiler cloudrun-lint, :make and :copen.
if exists('current_compiler')
  finish
endif
let current_compiler = 'cloudrun-lint'

CompilerSet makeprg=cloudrun-lint\ --format=compact
CompilerSet errorformat=%f:%l:%c:\ %t%*[a-z]:\ %m
