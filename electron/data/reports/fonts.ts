import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Static Noto Sans: a variable font would become Type 3 in a PDF, and its text harder to search. */
const faces = {
  regular: 'NotoSans_400Regular.ttf',
  bold: 'NotoSans_700Bold.ttf',
  italic: 'NotoSans_400Regular_Italic.ttf',
} as const

export type FontFiles = {
  readonly folder: string
  readonly regular: string
  readonly bold: string
  readonly italic: string
}

let found: FontFiles | null = null

/**
 * The fonts of printed reports, which have every letter of the three languages. The build puts them into `fonts` beside
 * its folders (vite.config.ts); run from the sources, they are read from the package.
 */
export function findFonts(): FontFiles {
  found ??= fromBuild() ?? fromPackage()
  return found
}

function fromBuild(): FontFiles | null {
  for (const up of ['..', join('..', '..')]) {
    const folder = join(import.meta.dirname, up, 'fonts')
    const files = {
      folder,
      regular: join(folder, faces.regular),
      bold: join(folder, faces.bold),
      italic: join(folder, faces.italic),
    }
    if (Object.values(files).every((path) => existsSync(path))) return files
  }
  return null
}

function fromPackage(): FontFiles {
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve('@expo-google-fonts/noto-sans/package.json'))
  return {
    folder,
    regular: join(folder, '400Regular', faces.regular),
    bold: join(folder, '700Bold', faces.bold),
    italic: join(folder, '400Regular_Italic', faces.italic),
  }
}
