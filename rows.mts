import { Client, modern, old } from './test/lsp/client.ts';
import { mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
const folder = '/tmp/editor/rows'; rmSync(folder, {recursive:true, force:true});
const text = `apiVersion: serving.knative.dev/v1
kind: Service
metadata:
  name: shop
  annotations:
    run.googleapis.com/launch-stage: BETA
spec:
  template:
    metadata:
      annotations:
        run.googleapis.com/container-dependencies: '{"web":["proxy","db"]}'
    spec:
      serviceAccountName: shop@acme-prod.iam.gserviceaccount.com
      containers:
        # cloudrun-lint-ignore floating-image-tag: it is so
        - name: web
          image: acme/web
          ports: [{containerPort: 8080}]
          env:
            - name: BACKEND_URL
              value: http://proxy:9901/x
            - name: LOCAL_URL
              value: http://localhost:9901/x
          volumeMounts:
            - {name: scratch, mountPath: /scratch}
        - name: proxy
          image: envoyproxy/envoy
          args: ["--admin-port=9901"]
          startupProbe: {tcpSocket: {port: 9901}}
          resources: {requests: {cpu: 1}}
        - name: db
          image: gcr.io/cloudsql-docker/gce-proxy:1.33
          livenessProbe:
            tcpSocket: {port: 5432}
        - name: otel
          image: otel/opentelemetry-collector-contrib:0.115.0
          env:
            - name: X
      volumes:
        - name: scratch
          emptyDir: {medium: Memory, sizeLimit: 64Mi}
        - name: unused
          emptyDir: {sizeLimit: 64Mi}
`;
const put = (p: string, t: string) => { mkdirSync(dirname(join(folder,p)),{recursive:true}); writeFileSync(join(folder,p),t); };
mkdirSync(join(folder,'.git'),{recursive:true}); put('service.yaml', text);
const c = new Client(folder);
const init: any = await c.initialize(modern);
console.log('caps', JSON.stringify(init.capabilities));
c.write('service.yaml', text);
const pos = (piece: string, plus = 0, t = text) => { const i = t.indexOf(piece)+plus; const before = t.slice(0,i).split('\n'); return {line: before.length-1, character: before.at(-1)!.length}; };
const found: any[] = await c.pull('service.yaml') as any;
for (const d of found) console.log('D', d.range.start.line+1, d.severity, d.code, d.tags ?? '', d.relatedInformation?.length ?? 0, !!d.codeDescription, '|', d.message.slice(0,90));
const acts = async (p: any, only?: string[], end = p) => await c.at<any[]>('codeAction','service.yaml',p,{range:{start:p,end},context:{diagnostics:found,...(only&&{only})}});
for (const d of found) { const a = await acts(d.range.start, ['quickfix']); console.log('A', d.code, a.map((x)=>`${x.title}${x.isPreferred?' *':''}${x.command?' ->'+x.command.command:''}`)); }
console.log('ALL', JSON.stringify((await acts({line:0,character:0},['source.fixAll.cloudrun-lint'])).map(a=>[a.title,a.kind,JSON.stringify(a.edit).slice(0,300)])));
const hov = async (p: any) => { const h: any = await c.at('hover','service.yaml',p); return h?.contents.value.replaceAll('\n',' / ').slice(0,420); };
for (const [w, piece, plus] of [['finding','envoyproxy/envoy',2],['comment id','floating-image-tag: it',3],['cpu','cpu: 1',1],['launch','launch-stage',2],['sizeLimit','sizeLimit',2],['image otel','otel/opentel',3],['image sql','gcr.io/cloudsql',3],['containerPort','containerPort',2],['dep key','container-dependencies',3]] as const) console.log('H', w, '::', await hov(pos(piece,plus)));
const comp = async (t: string, p: any, v: number) => { c.write('service.yaml', t, v); const r: any = await c.at('completion','service.yaml',p); return (r.items??r).map((x:any)=>x.label); };
let v = 2;
const edit = (from: string, to: string) => text.replace(from,to);
const at = async (label: string, t: string, piece: string, plus: number) => { const l = await comp(t,pos(piece,plus,t),v++); console.log('C', label, l.length, l.slice(0,14).join(' '), new Set(l).size===l.length?'':'DUP'); };
await at('container keys', edit('          startupProbe','          s\n          startupProbe'), '          s\n', 11);
await at('values medium', text, 'medium: Memory', 8);
await at('svc annotations', edit('    run.googleapis.com/launch-stage: BETA','    run.googleapis.com/\n    run.googleapis.com/launch-stage: BETA'), '    run.googleapis.com/\n', 22);
await at('tpl annotations', edit("        run.googleapis.com/container-dep","        run.\n        run.googleapis.com/container-dep"), '        run.\n', 11);
await at('deps', text, '"db"]', 1);
await at('dep key', text, '{"web"', 2);
await at('mount name', text, 'name: scratch, mount', 6);
await at('port probe', text, 'port: 9901', 6);
await at('localhost port', text, 'localhost:9901', 10);
await at('otel env', edit('            - name: X','            - name: '), '            - name: \n', 20);
await at('sql env', edit('          livenessProbe:','          env:\n            - name: \n          livenessProbe:'), '            - name: \n', 20);
await at('rule ids', edit('        - name: db','        # cloudrun-lint-ignore fl\n        - name: db'), 'ignore fl\n', 9);
await at('launch stage', text, 'BETA', 1);
await at('kind', text, 'Service\n', 3);
c.write('service.yaml', text, v++);
const sym: any = await c.at('documentSymbol','service.yaml',{line:0,character:0}); console.log('S', JSON.stringify(sym.map((s:any)=>[s.name,s.detail,s.children.map((x:any)=>[x.name,x.detail])])));
for (const [w, piece, plus] of [['dep','"proxy"',2],['mount','name: scratch, m',7],['localhost','localhost:9901',2],['url','proxy:9901',1]] as const) { const d: any = await c.at('definition','service.yaml',pos(piece,plus)); console.log('DEF', w, d && text.split('\n')[d.range.start.line]); }
console.log('REF', (await c.at<any[]>('references','service.yaml',pos('name: proxy',7),{context:{includeDeclaration:true}})).map((r)=>r.range.start.line+1), (await c.at<any[]>('documentHighlight','service.yaml',pos('name: scratch\n',7))).length);
console.log('REN', JSON.stringify(await c.at('rename','service.yaml',pos('name: proxy',7),{newName:'edge'})).slice(0,900));
console.log('REN vol', JSON.stringify((await c.at<any>('rename','service.yaml',pos('name: scratch\n',7),{newName:'tmp'})).documentChanges[0].edits.length));
console.log('L', JSON.stringify(await c.at('documentLink','service.yaml',{line:0,character:0})));
c.notify('workspace/didChangeConfiguration',{settings:{inlayHints:true}});
console.log('I', JSON.stringify((await c.at<any[]>('inlayHint','service.yaml',{line:0,character:0},{range:{start:{line:0,character:0},end:{line:99,character:0}}})).map(h=>[h.position.line+1,h.label,h.tooltip])));
console.log('CHK', JSON.stringify((await c.request<any[]>('cloudrun-lint/check',{uri:c.uri('.')})).map(x=>[x.uri,x.diagnostics.length])));
console.log('G', (await c.request<any>('cloudrun-lint/graph',{textDocument:{uri:c.uri('service.yaml')}})).svg.length);
for (const set of ['names','off']) { c.notify('workspace/didChangeConfiguration',{settings:{completion:set, hover: 'findings'}}); await at('keys '+set, edit('          startupProbe','          s\n          startupProbe'), '          s\n', 11); await at('deps '+set, text, '"db"]', 1); }
console.log('H field w/ findings', await hov(pos('containerPort',2)), '|', await hov(pos('otel/opentel',3)));
await c.close(); process.exit(0);
