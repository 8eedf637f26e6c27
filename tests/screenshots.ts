// Pictures of every screen in every language, colour scheme and size, with an accessibility check of each; run by
// `npm run screenshots [-- names]`. They are for looking at: clipped, empty or untranslated things show here first.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { type Language, languages } from '../shared/kernel/record.ts'
import { type LaunchedApp, launchApp } from './support/launch.ts'
import { type Screen, screens } from './support/screens.ts'

const schemes = ['light', 'dark'] as const
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
]
const folder = resolve('screenshots')

type Finding = { screen: string; language: Language; scheme: string; what: string }

const findings: Finding[] = []
let pictures = 0

/** Waits until nothing is on its way any more. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  // Charts and transitions take their time and do not say when they are done.
  await page.waitForTimeout(400)
}

/** Impacts of axe that are not to be left. */
const graveImpacts = new Set<string | null | undefined>(['serious', 'critical'])

async function checkAccessibility(page: Page): Promise<string[]> {
  // Electron cannot open the second page that the newer mode of axe needs.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => graveImpacts.has(impact))
    .map(
      ({ id, help, nodes }) =>
        `axe ${id}: ${help} (${nodes.length}×, first at ${nodes[0]?.target.join(' ')})`,
    )
}

/** Keys that were shown instead of texts, and a page that is wider than its window. */
function checkLook(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const key = /\b[a-z][a-z-]+:[a-z][\w-]*(\.[\w-]+)*\b/i.exec(document.body.innerText)
    if (key !== null && !/^https?:/.test(key[0])) found.push(`a key instead of a text: ${key[0]}`)
    if (/\{\{|\bundefined\b|\bNaN\b|\[object /.test(document.body.innerText))
      found.push('a value that was not filled in')
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth)
      found.push(`the page is ${scrollWidth - clientWidth} px wider than the window`)
    return found
  })
}

async function takePictures(
  launched: LaunchedApp,
  screen: Screen,
  language: Language,
  scheme: string,
): Promise<void> {
  const { page, complaints } = launched
  for (const size of sizes) {
    await launched.resize(size.width, size.height)
    await screen.open(page)
    await settle(page)
    const place = join(folder, `${language}-${scheme}-${size.width}x${size.height}`)
    mkdirSync(place, { recursive: true })
    await page.screenshot({ path: join(place, `${screen.name}.png`) })
    pictures += 1
    const seen = [...(await checkLook(page)), ...(size === sizes[0] ? await checkAccessibility(page) : [])]
    for (const what of [...seen, ...complaints.splice(0)])
      findings.push({ screen: screen.name, language, scheme, what })
  }
}

/** Makes the workspace of the sample university through the first screen. */
async function makeSample(file: string): Promise<void> {
  const launched = await launchApp({ language: 'en' })
  const { page } = launched
  await launched.stubSave(file)
  await page.waitForSelector('[data-app-state="welcome"]')
  await page.locator('section[aria-labelledby="samples"] button').first().click()
  await page.waitForSelector('[data-app-state="ready"]')
  await launched.close()
}

async function tour(
  workspace: string,
  wanted: readonly Screen[],
  language: Language,
  scheme: 'light' | 'dark',
) {
  const isFirstScreen = ({ name }: Screen): boolean => name === 'welcome'
  for (const withWorkspace of [false, true]) {
    const shown = wanted.filter((screen) => isFirstScreen(screen) !== withWorkspace)
    if (shown.length === 0) continue
    const launched = await launchApp({
      language,
      colourScheme: scheme,
      ...(withWorkspace ? { workspace } : {}),
    })
    launched.page.setDefaultTimeout(10_000)
    try {
      await launched.page.waitForSelector(`[data-app-state="${withWorkspace ? 'ready' : 'welcome'}"]`)
      for (const screen of shown) {
        await takePictures(launched, screen, language, scheme).catch((error: unknown) => {
          findings.push({
            screen: screen.name,
            language,
            scheme,
            what: `could not be shown: ${String(error).split('\n')[0]}`,
          })
        })
      }
    } finally {
      await launched.close()
    }
  }
}

/** Each thing found once, with where it was seen; ids that a library makes up differ from page to page. */
function summary(): string[] {
  const places = new Map<string, string[]>()
  for (const { screen, language, scheme, what } of findings) {
    const thing = what.replaceAll(/#mantine-\w+/g, '#…')
    places.set(thing, [...(places.get(thing) ?? []), `${screen} ${language} ${scheme}`])
  }
  return [...places].map(([thing, seen]) => `${thing}\n    ${seen.length}×: ${seen.slice(0, 6).join(', ')}`)
}

async function main(): Promise<number> {
  const names = process.argv.slice(2)
  const wanted = names.length === 0 ? screens : screens.filter(({ name }) => names.includes(name))
  if (names.length === 0) rmSync(folder, { recursive: true, force: true })
  const work = mkdtempSync(join(tmpdir(), 'qosdiplom-screens-'))
  const workspace = join(work, 'sample.qosdiplom')
  try {
    await makeSample(workspace)
    for (const language of languages) {
      for (const scheme of schemes) {
        process.stderr.write(`${language} ${scheme} ...\n`)
        await tour(workspace, wanted, language, scheme)
      }
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'findings.json'), `${JSON.stringify(findings, null, 2)}\n`)
  for (const line of summary()) process.stderr.write(`${line}\n`)
  process.stdout.write(`${pictures} pictures in ${folder}, ${findings.length} findings\n`)
  return findings.length === 0 ? 0 : 1
}

process.exitCode = await main()
