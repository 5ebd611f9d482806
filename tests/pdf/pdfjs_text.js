// The text of PDFs as pdf.js gives it to who copies or searches, into FILE.pdf.js; a form
// feed behind each page.
//
//     node pdfjs_text.js FILE.pdf...
//
// Needs Debian's nodejs and libjs-pdf.
'use strict';
const fs = require('fs');
const pdfjs = require('/usr/share/nodejs/pdfjs-dist/build/pdf.js');

async function pageText(page) {
    const content = await page.getTextContent();
    return content.items.map(item => item.str + (item.hasEOL ? '\n' : '')).join('');
}

async function documentText(name) {
    const data = new Uint8Array(fs.readFileSync(name));
    const options = {data, verbosity: 0, isEvalSupported: false, disableFontFace: true};
    const document = await pdfjs.getDocument(options).promise;
    let text = '';
    for (let number = 1; number <= document.numPages; number++)
        text += await pageText(await document.getPage(number)) + '\f';
    return text;
}

async function main(names) {
    for (const name of names)
        fs.writeFileSync(name + '.js', await documentText(name));
}

main(process.argv.slice(2)).catch(error => {
    console.error(error);
    process.exit(1);
});
