/** The programs outside npm that the tests need: installs them on Debian as root, else names them. */
import { existsSync } from 'node:fs'
import { outputOf, run, say, which } from './run.mjs'

/** Debian's package and the program by which it is known elsewhere; fonts and libraries have none. */
const needed = [
  { package: 'g++', program: 'g++' },
  { package: 'make', program: 'make' },
  { package: 'python3', program: 'python3' },
  { package: 'chromium', program: 'chromium' },
  { package: 'xvfb', program: 'xvfb-run' },
  { package: 'xauth', program: 'xauth' },
  { package: 'libgtk-3-0' },
  { package: 'libnss3' },
  { package: 'libgbm1' },
  { package: 'libasound2' },
  { package: 'libreoffice-writer', program: 'soffice' },
  { package: 'poppler-utils', program: 'pdftoppm' },
  { package: 'unzip', program: 'unzip' },
  { package: 'fonts-noto-cjk' },
  { package: 'fonts-arphic-gbsn00lp' },
  { package: 'fonts-arphic-gkai00mp' },
]

/** Debian 13 and its kin renamed some libraries when their time type grew to 64 bits. */
const isPackageInstalled = (name) =>
  [name, `${name}t64`].some((candidate) =>
    outputOf('dpkg-query', ['-W', '-f=${Status}', candidate])?.includes('ok installed'),
  )

/** Never throws: the steps that need what is missing say so themselves. */
export function ensureSystemPackages() {
  if (process.platform !== 'linux') return
  const isDebian = existsSync('/etc/debian_version') && which('dpkg-query') !== null
  const missing = needed.filter((need) =>
    need.program && which(need.program) ? false : !isDebian || !isPackageInstalled(need.package),
  )
  // Elsewhere fonts and libraries go by other names: only programs can be looked for.
  const names = missing.filter((need) => isDebian || need.program).map((need) => need.package)
  if (!names.length) return
  if (!isDebian || process.getuid() !== 0 || !which('apt-get')) {
    const hint = isDebian ? `sudo apt-get install ${names.join(' ')}` : names.join(' ')
    return say(`测试还需要这些系统软件，请先安装 (please install): ${hint}`)
  }
  say(`正在安装系统软件 (apt-get install): ${names.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    run('apt-get', ['update', '-qq'], { env })
    const known = (name) => outputOf('apt-cache', ['show', name])?.trim()
    const wanted = names.map((name) => (known(`${name}t64`) ? `${name}t64` : name))
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], { env })
  } catch (error) {
    say(`系统软件没有装齐：${error.message}`)
  }
}
