/**
 * From a fresh clone to the right Node: installs what package-lock.json names when node_modules
 * differs from it, then runs the calling script again with the Node that was installed.
 * Runs on any Node ≥ 18, before anything is installed.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { outputOf, root, runAttached, runNpm, say } from './run.mjs'

const modules = join(root, 'node_modules')

/** The Node that comes with the project (devDependency `node`): the same one on every machine. */
export const projectNode = join(
  modules,
  'node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/**
 * Whether node_modules holds exactly what package-lock.json names. npm writes its own lock file
 * there last of all, so an install that was cut off counts as none.
 */
function matchesLock() {
  if (!existsSync(join(modules, '.package-lock.json'))) return false
  const wanted = readPackages(join(root, 'package-lock.json'))
  const present = readPackages(join(modules, '.package-lock.json'))
  const matches = (path) =>
    present[path]?.version === wanted[path].version &&
    present[path]?.integrity === wanted[path].integrity
  return (
    Object.keys(present).every((path) => path in wanted) &&
    // npm leaves out optional packages made for other platforms.
    Object.keys(wanted).every(
      (path) => path === '' || (wanted[path].optional && !(path in present)) || matches(path),
    )
  )
}

const hasProjectNode = () => outputOf(projectNode, ['--version']) !== null

function install() {
  say('正在安装依赖 (npm ci)…')
  // Where NODE_ENV is production npm would leave out the tools that build the program.
  if (!matchesLock()) runNpm(['ci', '--include=dev', '--loglevel=error'])
  // By .npmrc no package runs code of its own while it is installed: npm would try to compile
  // SQLite although it comes compiled. These two have to fetch and place their programs.
  runNpm(['rebuild', 'node', 'esbuild', '--ignore-scripts=false', '--loglevel=error'])
  if (!hasProjectNode()) throw new Error('the npm package "node" brought no program')
}

/**
 * Makes the rest of the calling script run on the project's own Node: returns when it already
 * does, otherwise starts it again there and exits with its code.
 * @param script `import.meta.url` of the caller.
 */
export async function onProjectNode(script) {
  if (!matchesLock() || !hasProjectNode()) {
    try {
      install()
    } catch (error) {
      say(`依赖没有装好：${error.message}\n请检查网络或 npm 镜像后重试。(npm ci failed)`)
      process.exit(1)
    }
  }
  if (realpathSync(process.execPath) !== realpathSync(projectNode)) {
    const env = {
      ...process.env,
      PATH: [join(modules, '.bin'), process.env.PATH].join(delimiter),
    }
    process.exit(
      await runAttached(projectNode, [fileURLToPath(script), ...process.argv.slice(2)], {
        cwd: process.cwd(),
        env,
      }),
    )
  }
  if (Number(process.versions.napi) < 10) {
    say(`这个 Node (${process.version}) 太旧：数据库需要 Node-API 10，请删除 node_modules 后重试。`)
    process.exit(1)
  }
}
