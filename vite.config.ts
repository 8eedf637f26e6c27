import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { builtinModules } from 'node:module'
import { join, relative, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where the build goes; another folder lets two builds stand side by side. */
const out = resolve(process.env['QOSDIPLOM_OUT'] ?? 'out')

/** Everything is bundled but Electron itself, Node's own modules and the native SQLite module. */
const external = ['electron', /^node:/, ...builtinModules, '@photostructure/sqlite']

/** Makes a build outside the repository an app of its own: Electron takes a folder with a package.json. */
function completeApp(): void {
  if (!relative(resolve('.'), out).startsWith('..')) return
  const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'))
  const main = { main: 'main/index.js' }
  writeFileSync(join(out, 'package.json'), JSON.stringify(Object.assign({}, manifest, main)))
  if (!existsSync(join(out, 'node_modules')))
    symlinkSync(resolve('node_modules'), join(out, 'node_modules'), 'junction')
}

/** The fonts of printed reports with their licence, where `electron/data/reports/fonts.ts` looks for them. */
function copyFonts(): void {
  const source = resolve('node_modules/@expo-google-fonts/noto-sans')
  const files = {
    'NotoSans_400Regular.ttf': '400Regular/NotoSans_400Regular.ttf',
    'NotoSans_700Bold.ttf': '700Bold/NotoSans_700Bold.ttf',
    'NotoSans_400Regular_Italic.ttf': '400Regular_Italic/NotoSans_400Regular_Italic.ttf',
    'OFL.txt': 'LICENSE_FONT',
  }
  mkdirSync(join(out, 'fonts'), { recursive: true })
  for (const [name, file] of Object.entries(files)) copyFileSync(join(source, file), join(out, 'fonts', name))
}

function nodeEnvironment(input: Record<string, string>, folder: string, format: 'es' | 'cjs') {
  return {
    consumer: 'server' as const,
    // Some bundled packages are CommonJS and look at their folder; ES modules have no __dirname.
    ...(format === 'es' ? { define: { __dirname: 'import.meta.dirname' } } : {}),
    resolve: { noExternal: true as const, external: ['electron', '@photostructure/sqlite'] },
    build: {
      outDir: join(out, folder),
      ssr: true,
      emptyOutDir: true,
      minify: false,
      target: 'node20.18',
      sourcemap: true,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, resolve(file)])),
        external,
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          // Beside the entry, so that paths taken from import.meta.dirname hold in every chunk.
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  }
}

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: join(out, 'renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    // A font inlined as data: would be refused by font-src 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The page is read from the disk, not fetched over a network.
    chunkSizeWarningLimit: 4000,
  },
  environments: {
    client: {
      build: {
        rollupOptions: {
          output: {
            // zod is told what the page's policy forbids in the chunk it stands in itself: before any schema is made.
            codeSplitting: {
              groups: [{ name: 'first', test: /page-security|node_modules[\\/](zod|get-nonce)[\\/]/ }],
            },
          },
        },
      },
    },
    main: nodeEnvironment({ index: 'electron/main/index.ts' }, 'main', 'es'),
    preload: nodeEnvironment({ index: 'electron/preload/index.ts' }, 'preload', 'cjs'),
    data: nodeEnvironment(
      {
        index: 'electron/data/index.ts',
        'spreadsheet.worker': 'electron/data/imports/spreadsheet.worker.ts',
        'self-evaluation.worker': 'electron/data/assessment/report/self-evaluation.worker.ts',
      },
      'data',
      'es',
    ),
    cli: nodeEnvironment(
      {
        qosdiplom: 'electron/cli/qosdiplom.ts',
        'spreadsheet.worker': 'electron/data/imports/spreadsheet.worker.ts',
        'self-evaluation.worker': 'electron/data/assessment/report/self-evaluation.worker.ts',
      },
      'cli',
      'es',
    ),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['main', 'preload', 'data', 'cli', 'client']) {
        const environment = builder.environments[name]
        if (environment === undefined) throw new Error(`vite.config.ts has no environment ${name}`)
        await builder.build(environment)
      }
      copyFonts()
      // `npx qosdiplom` and the installed program call it directly.
      chmodSync(join(out, 'cli', 'qosdiplom.js'), 0o755)
      completeApp()
    },
  },
})
