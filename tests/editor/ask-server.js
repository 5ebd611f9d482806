// What an editor shows of agendas and layouts, by yaml-language-server over the schemas that
// the first lines of the files name: no complaint about any sample, one about a wrong key,
// the keys that can stand at a place, and what they mean.
//
//     node tests/editor/ask-server.js SERVER
'use strict';
const { spawn } = require('child_process');
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');

const root = path.resolve(__dirname, '../..');
const server = spawn(process.execPath, [process.argv[2], '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
});

// The protocol: a head with the length, and a message in JSON.
let received = Buffer.alloc(0);
let nextId = 1;
const answers = new Map(); // id -> function
const complaints = new Map(); // uri -> function

function send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    server.stdin.write(body);
}

// Only the schemas on this disk: nothing is asked of the network.
const settings = {
    yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } },
};

function take(message) {
    if (message.method === 'workspace/configuration')
        send({ id: message.id, result: message.params.items.map((item) => settings[item.section] || {}) });
    else if (message.method === 'textDocument/publishDiagnostics')
        (complaints.get(message.params.uri) || (() => {}))(message.params.diagnostics);
    else if (message.method !== undefined && message.id !== undefined)
        send({ id: message.id, result: null });
    else if (answers.has(message.id))
        answers.get(message.id)(message.result);
}

server.stdout.on('data', (bytes) => {
    received = Buffer.concat([received, bytes]);
    for (;;) {
        const head = received.indexOf('\r\n\r\n');
        if (head < 0) return;
        const size = Number(/Content-Length: (\d+)/i.exec(received.toString('latin1', 0, head))[1]);
        if (received.length < head + 4 + size) return;
        const body = received.toString('utf8', head + 4, head + 4 + size);
        received = received.subarray(head + 4 + size);
        take(JSON.parse(body));
    }
});

function ask(method, params) {
    const id = nextId++;
    return new Promise((done) => {
        answers.set(id, done);
        send({ id, method, params });
    });
}

// Opens a text as if it stood in `file`; resolves to what the server complains of.
function open(file, text) {
    const uri = pathToFileURL(path.join(root, file)).href;
    const told = new Promise((done) => complaints.set(uri, done));
    send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
    });
    return told.then((diagnostics) => ({ uri, diagnostics }));
}

let passed = 0;
let failed = 0;
function check(name, holds, seen) {
    if (holds) passed++;
    else failed++;
    console.log(`${holds ? 'ok     ' : 'FAILED '} editor: ${name}`);
    if (!holds) console.log(`        ${JSON.stringify(seen).slice(0, 600)}`);
}

// "|" marks the place in the text.
async function at(file, marked, method) {
    const place = marked.indexOf('|');
    const before = marked.slice(0, place).split('\n');
    const { uri } = await open(file, marked.slice(0, place) + marked.slice(place + 1));
    return ask(method, {
        textDocument: { uri },
        position: { line: before.length - 1, character: before[before.length - 1].length },
    });
}

async function completes(name, file, marked, ...wanted) {
    const result = await at(file, marked, 'textDocument/completion');
    const labels = (result.items || result).map((item) => item.label);
    check(`${name}: completion`, wanted.every((label) => labels.includes(label)), labels);
}

async function explains(name, file, marked, wanted) {
    const result = await at(file, marked, 'textDocument/hover');
    const text = JSON.stringify(result && result.contents);
    check(`${name}: hover`, text !== undefined && text.includes(wanted), text || null);
}

const agenda = '# yaml-language-server: $schema=../schema/agenda.schema.json\n';
const layout = '# yaml-language-server: $schema=../schema/layout.schema.json\n';

function yamlFiles(...folders) {
    return folders.flatMap((folder) =>
        fs.readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.yaml')).sort()
            .map((name) => `${folder}/${name}`));
}

async function main() {
    await ask('initialize', {
        processId: process.pid,
        rootUri: pathToFileURL(root).href,
        capabilities: {
            workspace: { configuration: true },
            textDocument: { completion: { completionItem: { snippetSupport: true } }, hover: { contentFormat: ['markdown'] } },
        },
    });
    send({ method: 'initialized', params: {} });
    send({ method: 'workspace/didChangeConfiguration', params: { settings } });

    for (const file of yamlFiles('samples', 'tests/language', 'layouts')) {
        const { diagnostics } = await open(file, fs.readFileSync(path.join(root, file), 'utf8'));
        check(`${file} is left in peace`, diagnostics.length === 0, diagnostics);
    }

    const wrong = await open('samples/wrong.yaml', `${agenda}layout: un-vienna\nlanguage: en\ndocument: { titel: x, title: y }\nagenda: [{ title: z }]\n`);
    check('a wrong key is flagged, in its line',
        wrong.diagnostics.some((one) => one.range.start.line === 3 && /titel/.test(one.message)), wrong.diagnostics);
    const date = await open('samples/date.yaml', `${agenda}layout: un-vienna\nlanguage: en\ndocument: { title: y, date: 7 July }\nagenda: [{ title: z }]\n`);
    check('a wrong date is flagged', date.diagnostics.length > 0, date.diagnostics);

    const start = `${agenda}layout: un-vienna\nlanguage: en\n`;
    await completes('a new line of the file', 'samples/a.yaml', `${start}|`, 'document', 'meeting', 'agenda', 'annexes', 'notes', 'limits');
    await completes('document', 'samples/b.yaml', `${start}document:\n  |`, 'title', 'symbol', 'organ', 'date');
    await completes('an item', 'samples/c.yaml', `${start}agenda:\n  - title: x\n    |`, 'annotation', 'documents', 'items');
    await completes('a slot', 'samples/d.yaml', `${start}annexes:\n  - title: x\n    timetable:\n      - slots:\n          - time: 10:00-13:00\n            |`, 'items');
    await completes('a layout', 'layouts/e.yaml', `${layout}layout: x\n|`, 'paper', 'margins', 'styles', 'furniture', 'limits');
    await completes('words of a layout', 'layouts/f.yaml', `${layout}layout: x\nlines:\n  breaking: |\n`, 'total-fit', 'first-fit');
    await explains('document', 'samples/g.yaml', `${start}docu|ment: { title: x }\n`, 'what the masthead says of the document');
    await explains('an annotation', 'samples/h.yaml', `${start}agenda:\n  - title: x\n    annota|tion: y\n`, 'what is said about it');
    await explains('a layout', 'layouts/i.yaml', `${layout}layout: x\nmar|gins: { left: 1pt, right: 1pt }\n`, 'the edges of all text');

    console.log(`editor: ${passed} passed, ${failed} failed, 0 skipped`);
    server.kill();
    process.exit(failed === 0 ? 0 : 1);
}

setTimeout(() => {
    console.log('FAILED  editor: the server does not answer');
    server.kill();
    process.exit(1);
}, 120000).unref();
main();
