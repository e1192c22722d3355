require("./rolldown-runtime.js");const require_core=require("./core.js"),require_xml=require("./xml.js"),require_terminal=require("./terminal.js"),cell={width:8.43,height:16,font:14};function svg(graphs){let lines=require_terminal.drawings(graphs,{colors:!1,width:120}).trimEnd().split(`
`),width=Math.ceil(lines.reduce((most,line)=>Math.max(most,require_core.textWidth(line)),0)*cell.width)+32,height=lines.length*cell.height+32;return`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<style>
  rect { fill: #ffffff }
  text { font: ${cell.font}px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1f2328; white-space: pre }
  .error { fill: #d1242f } .warning { fill: #9a6700 }
  @media (prefers-color-scheme: dark) {
    rect { fill: #0d1117 }
    text { fill: #e6edf3 }
    .error { fill: #ff7b72 } .warning { fill: #d29922 }
  }
</style>
<rect width="100%" height="100%"/>
${lines.map(textLine).join(`
`)}
</svg>
`}function textLine(line,index){return`<text xml:space="preserve" x="16" y="${16+(index+1)*cell.height-4}" textLength="${(require_core.textWidth(line)*cell.width).toFixed(1)}" lengthAdjust="spacingAndGlyphs">${colored(line)}</text>`}function colored(line){return require_xml.escapeXml(line).replace(/✗ [a-z0-9-]+/g,`<tspan class="error">$&</tspan>`).replace(/⚠ [a-z0-9-]+/g,`<tspan class="warning">$&</tspan>`)}exports.svg=svg;