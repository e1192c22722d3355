#!/usr/bin/env node
import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import{run}from"./chunk-7RMQRTYC.js";import"./chunk-ESEQYG3I.js";import"./chunk-FGMHIW5W.js";import"./chunk-UXLRRSRU.js";import"./chunk-YZ3JKG5E.js";import"./chunk-YCGK5EX3.js";import"./chunk-2BBY7MME.js";import"./chunk-KKXXHXCS.js";var io={cwd:process.cwd(),env:process.env,isTerminal:process.stdout.isTTY===!0,columns:process.stdout.columns??80,out:text=>{process.stdout.write(text)},err:line=>{process.stderr.write(`${line}
`)},stdin:readStandardInput};async function readStandardInput(){let chunks=[];for await(let chunk of process.stdin)chunks.push(chunk);return Buffer.concat(chunks)}process.exitCode=await run(process.argv.slice(2),io);
