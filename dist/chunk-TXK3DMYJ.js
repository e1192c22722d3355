import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import{visible}from"./chunk-UREVKRUU.js";function element(name,attributes,children=[]){let head=`<${name}${attributeText(attributes)}`;return children.length===0?`${head}/>
`:`${head}>
${children.join("").replace(/^(?=.)/gm,"  ")}</${name}>
`}function textElement(name,attributes,text){return`<${name}${attributeText(attributes)}>${escapeXml(text)}</${name}>
`}function xmlDocument(root){return`<?xml version="1.0" encoding="UTF-8"?>
${root}`}function attributeText(attributes){return Object.entries(attributes).filter(([,value])=>value!==void 0).map(([name,value])=>` ${name}="${escapeXml(String(value))}"`).join("")}var entities={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&apos;"};function escapeXml(text){return visible(text).replace(/[\uFFFE\uFFFF]/g,"�").replace(/[&<>"']/g,character=>entities[character])}export{element,textElement,xmlDocument};
