// TEI to HTML by CETEIcean, in Node: node cetei.mjs FILE.xml OUT.html
import { readFileSync, writeFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const [source, out] = process.argv.slice(2);
const page = new JSDOM("<!DOCTYPE html><html><body></body></html>", { url: "http://localhost/" }).window;
globalThis.window = page;
globalThis.document = page.document;
globalThis.Event = page.Event;
globalThis.customElements = page.customElements;
globalThis.HTMLElement = page.HTMLElement;
const { default: CETEI } = await import("CETEIcean");

const tei = new JSDOM(readFileSync(source, "utf8"), { contentType: "application/xml" }).window.document;
const html = new CETEI({ documentObject: page.document }).domToHTML5(tei);
page.document.body.append(html);
writeFileSync(out, page.document.documentElement.outerHTML);
