#!/usr/bin/env node
import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import{run}from"./chunk-NDOIXTSY.js";import"./chunk-K6MEPBNQ.js";import"./chunk-TYU3IRAD.js";import"./chunk-QDW4SJOI.js";import"./chunk-2BBY7MME.js";import"./chunk-KUSV56H4.js";import"./chunk-YXRJPJ6R.js";import"./chunk-FEAT76NB.js";import"./chunk-KKXXHXCS.js";var io={cwd:process.cwd(),env:process.env,isTerminal:process.stdout.isTTY===!0,columns:process.stdout.columns??80,out:text=>{process.stdout.write(text)},err:line=>{process.stderr.write(`${line}
`)},note:line=>{process.stderr.write(`${line}
`)},stdin:readStandardInput};async function readStandardInput(){let chunks=[];for await(let chunk of process.stdin)chunks.push(chunk);return Buffer.concat(chunks)}process.exitCode=await run(process.argv.slice(2),io);
