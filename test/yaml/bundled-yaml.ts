export { Lexer, parseAllDocuments } from 'yaml';
