/**
 * Looks at what the built program still imports at run time: Node itself, Electron where it may,
 * and declared dependencies. A native module that slipped into a bundle, a development tool, or
 * the desktop in the loopback host would otherwise show only on the machine of a clerk.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, normalize } from 'node:path'
import { parseAst } from 'vite'
import { root } from './run.mjs'

const out = join(root, 'out')
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** Every module a bundle names: by import, by export, by import() and by require(). */
function importsOf(file) {
  const names = []
  const visit = (node) => {
    if (!node || typeof node !== 'object') return
    if (Array.isArray(node)) return node.forEach(visit)
    const source =
      node.type === 'CallExpression' && node.callee.name === 'require'
        ? node.arguments[0]
        : node.source
    if (source?.type === 'Literal' && typeof source.value === 'string') names.push(source.value)
    Object.values(node).forEach(visit)
  }
  visit(parseAst(readFileSync(file, 'utf8')))
  return names
}

/** The modules outside of the bundle that an entry reaches, through its chunks too. */
function externalsOf(entry) {
  const seen = new Set()
  const externals = new Set()
  const follow = (file) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) follow(normalize(join(dirname(file), name)))
      else externals.add(name)
    }
  }
  follow(join(out, entry))
  return [...externals]
}

const isNode = (name) => name.startsWith('node:') || builtinModules.includes(name)
const isDependency = (name) =>
  Object.keys(dependencies).some((known) => name === known || name.startsWith(`${known}/`))

const problems = []
const allow = (entry, isAllowed, rule) => {
  const strangers = externalsOf(entry).filter((name) => !isAllowed(name))
  if (strangers.length) problems.push(`${entry} imports ${strangers.join(', ')}: ${rule}`)
}
const hostNeutral = (name) => isNode(name) || isDependency(name)

allow('main/index.js', (name) => name === 'electron' || hostNeutral(name), 'not a dependency')
for (const entry of ['main/core.js', 'main/worker.js', 'main/serve.js']) {
  allow(entry, hostNeutral, 'runs without Electron, on declared dependencies')
}
allow('preload/index.cjs', (name) => name === 'electron', 'a sandboxed preload has only electron')
if (!externalsOf('main/core.js').includes('better-sqlite3')) {
  problems.push('main/core.js holds better-sqlite3 inside: its native part would not be found')
}
for (const file of existsSync(join(out, 'main')) ? readdirSync(join(out, 'main')) : []) {
  if (file.endsWith('.node')) problems.push(`main/${file}: native parts stay in their packages`)
}

for (const problem of problems) console.error(problem)
process.exit(problems.length ? 1 : 0)
