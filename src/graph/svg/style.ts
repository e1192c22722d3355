/** The style sheet of a picture. It is all that makes it light or dark. */
export const style = `  .page { fill: #ffffff }
  .frame { fill: #f6f8fa; stroke: #afb8c1; stroke-dasharray: 5 4 }
  text { font: 12px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: #59636e; white-space: pre }
  .name { font-size: 14px; font-weight: 600; fill: #1f2328 }
  .middle { text-anchor: middle }
  .box { fill: #ffffff; stroke: #8c959f; stroke-width: 1.25 }
  .missing .box { stroke-dasharray: 4 3 }
  .icon { fill: none; stroke: #0969da; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round }
  .port rect { fill: #ddf4ff; stroke: #0969da }
  .port text { fill: #0550ae }
  .behind { fill: #f6f8fa; fill-opacity: 0.92 }
  .line { fill: none; stroke: #59636e; stroke-width: 1.5 }
  .tip { fill: #59636e }
  .request .line { stroke-width: 3 }
  .wait .line { stroke-dasharray: 6 4 }
  .mount .line { stroke-dasharray: 1.5 3.5; stroke-linecap: round }
  .error > .box, .error > .line, .port.error rect { stroke: #d1242f }
  .warning > .box, .warning > .line, .port.warning rect { stroke: #bf8700 }
  .info > .box, .info > .line, .port.info rect { stroke: #218bff }
  .error > .tip { fill: #d1242f }
  .warning > .tip { fill: #bf8700 }
  .info > .tip { fill: #218bff }
  .badge.error rect { fill: #ffebe9 }
  .badge.warning rect { fill: #fff8c5 }
  .badge.info rect { fill: #ddf4ff }
  .badge.error text { fill: #a40e26 }
  .badge.warning text { fill: #7d4e00 }
  .badge.info text { fill: #0550ae }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0d1117 }
    .frame { fill: #151b23; stroke: #656c76 }
    text { fill: #9198a1 }
    .name { fill: #f0f6fc }
    .box { fill: #0d1117; stroke: #656c76 }
    .icon { stroke: #4493f8 }
    .port rect { fill: #121d2f; stroke: #4493f8 }
    .port text { fill: #79c0ff }
    .behind { fill: #151b23 }
    .line { stroke: #9198a1 }
    .tip { fill: #9198a1 }
    .badge.error rect { fill: #3c1618 }
    .badge.warning rect { fill: #341a00 }
    .badge.info rect { fill: #121d2f }
    .badge.error text { fill: #ff9492 }
    .badge.warning text { fill: #f2cc60 }
    .badge.info text { fill: #79c0ff }
  }`;
