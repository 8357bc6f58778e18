// Fetches the chunks of the page's program when it asks for them, and tells it whether they came. What it asks for by which name, and
// how it is told, is the splitter's.
import { initSync } from "./pendrop.js";

const loading = new Map();

// What chunks take from the program. Those of a debug build also ask for a number that says that they were parted from it.
const shared = () => new Proxy(initSync(), { get: (exports, name) => exports[name] ?? (name.startsWith("__canary_") ? ~0xdead : undefined) });

// Streams are compiled only where the host calls them WebAssembly, and nothing else: what arrives under another name is compiled once
// all of it is there. What the first figure of a page needs, the page itself has compiled (src/prerender/program.rs); where that failed, it
// is tried once more.
async function load(file) {
    const { href } = new URL(file, import.meta.url);
    const imports = { __wasm_split: shared() };
    const compiled = await globalThis.compiled?.get(href)?.catch(() => null);
    if (compiled) return WebAssembly.instantiate(compiled, imports);
    const response = await fetch(href);
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    if (response.headers.get("content-type") === "application/wasm") return WebAssembly.instantiateStreaming(response, imports);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

// Each file is fetched once; one that could not be had is fetched again when it is asked for again.
function loadOnce(file) {
    if (!loading.has(file)) {
        const loaded = load(file);
        loaded.catch(() => loading.delete(file));
        loading.set(file, loaded);
    }
    return loading.get(file);
}

function loader(...files) {
    return async (callback, data) => {
        let success = true;
        try {
            await Promise.all(files.map(loadOnce));
        } catch (error) {
            console.error(error);
            success = false;
        }
        initSync().__indirect_function_table.get(callback)(data, success);
    };
}

