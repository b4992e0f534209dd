// The name of the one file that holds everything given to the program.

export const VAULT_FILE = 'guibao.sqlite';
