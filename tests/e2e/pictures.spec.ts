import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Window } from 'happy-dom'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, goTo, leave, makeSample, section, sitDown } from '../support/pages/desk.ts'
import { openRow } from '../support/pages/list-page.ts'
import { copyPicture, pngSize, savePicture } from '../support/pages/picture-menu.ts'

let folder: string
let desk: Desk | null = null
const path = (name: string): string => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qosdiplom-pictures-'))
})
afterEach(async ({ task }) => {
  if (desk !== null) await leave(desk, task)
  desk = null
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<Desk> {
  desk = await sitDown({ language: 'kk', userData: path('settings') })
  await makeSample(desk, 'university', path('Үлгі.qosdiplom'))
  return desk
}

type Drawn = { texts: string[]; width: number; height: number }

/** What a saved SVG holds; fails when it is not well-formed. */
function readSvg(file: string): Drawn {
  const { DOMParser } = new Window()
  const document = new DOMParser().parseFromString(readFileSync(path(file), 'utf8'), 'image/svg+xml')
  expect(document.querySelector('parsererror')).toBeNull()
  const { documentElement } = document
  return {
    texts: [...document.querySelectorAll('text')].map((text) => text.textContent),
    width: Number(documentElement.getAttribute('width')),
    height: Number(documentElement.getAttribute('height')),
  }
}

/** Saves a picture in both forms, which have the same size; gives what the SVG holds. */
async function savedInBoth(person: Desk, title: string, name: string): Promise<Drawn> {
  await savePicture(person, title, path(`${name}.svg`))
  await savePicture(person, title, path(`${name}.png`))
  const drawn = readSvg(`${name}.svg`)
  expect(pngSize(readFileSync(path(`${name}.png`)))).toEqual(pngSizeOf(drawn))
  return drawn
}

/** A PNG has three points to a px. */
const pngSizeOf = ({ width, height }: Drawn) => ({ width: width * 3, height: height * 3 })

describe('the pictures of the overview', () => {
  it('are shown as chart and as table, and saved with all their names and numbers', async () => {
    const person = await start()
    const { t, page } = person
    await goTo(person, 'overview')
    for (const name of ['agreements', 'programmes', 'countries'] as const) {
      const title = t(`overview:section.${name}`)
      const part = section(person, title)
      const { texts } = await savedInBoth(person, title, name)
      const labels = await part.getByRole('listitem').locator('[title]').allInnerTexts()
      expect(labels.length).toBeGreaterThan(2)
      await part.getByText(t('picture:table'), { exact: true }).click()
      const numbers = await part.getByRole('cell').allInnerTexts()
      expect(numbers).toHaveLength(labels.length)
      expect(texts.join(' ')).toContain(title)
      for (const label of labels) expect(texts.join(' ')).toContain(label)
      expect(texts).toEqual(expect.arrayContaining(numbers))
    }
    const title = t('overview:section.contingent')
    const { texts } = await savedInBoth(person, title, 'contingent')
    const years = await section(person, title).locator('a[data-figure]').allInnerTexts()
    expect(texts).toEqual(expect.arrayContaining([...years, t('programmes:levels.doctoral')]))
    await page.getByRole('img', { name: new RegExp(years[0] ?? '') }).waitFor()
    expect(person.complaints).toEqual([])
  })
})

describe('the plan of study of a programme', () => {
  it('is saved and copied with its semesters, hosts and format', async () => {
    const person = await start()
    const { t } = person
    await goTo(person, 'programmes')
    await openRow(person, 'Ақпараттық жүйелер')
    const drawn = await savedInBoth(person, 'Ақпараттық жүйелер', 'plan')
    await copyPicture(person, 'Ақпараттық жүйелер', pngSizeOf(drawn))
    const { texts } = drawn
    const home = t('programmes:plan.home')
    expect(texts).toEqual(
      expect.arrayContaining(['Ақпараттық жүйелер', home, t('programmes:plan.year', { number: 2 })]),
    )
    expect(texts.join(' ')).toContain(t('programmes:plan.total'))
    expect(person.complaints).toEqual([])
  })
})
