import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { readPdfText } from '../../../../tests/support/pdf-text.ts'
import { sampleScale, sampleSelfEvaluation } from '../../../../tests/support/sample-self-evaluation.ts'
import { useTemporaryFolders } from '../../../../tests/support/temporary-folder.ts'
import { assertWellFormedXml } from '../../../../tests/support/xml.ts'
import { annexFiles, numberAnnexes } from '../../../../shared/assessment/report/annexes.ts'
import { composeReport } from '../../../../shared/assessment/report/compose.ts'
import { headingsOf } from '../../../../shared/assessment/report/document.ts'
import type { SelfEvaluationReport } from '../../../../shared/assessment/report/report.ts'
import { richTextOf } from '../../../../shared/assessment/rich-text.ts'
import { languages } from '../../../../shared/kernel/record.ts'
import { makeSelfEvaluation } from './make-self-evaluation.ts'
import { type PackageEntry, writePackageArchive, writePackageFolder } from './package-files.ts'
import { annexEntries, type ReadEvidence, reviewerEntries } from './report-package.ts'
import { makeSelfEvaluationApart } from './self-evaluation-thread.ts'
import { reportTemplates } from './templates.ts'

const folderFor = useTemporaryFolders()
const [general, agency] = reportTemplates
if (general === undefined || agency === undefined) throw new Error('there are no templates')

const content: ReadEvidence = ({ id }) => Promise.resolve(new TextEncoder().encode(`content of ${id}`))
const silent = () => Promise.resolve()

/** A report whose texts are what nobody should type. */
function hostileReport(): SelfEvaluationReport {
  const text = `<script>alert("1")</script>&amp;\u0000\u0008\u202E\uD800 ${'Ұ'.repeat(4_000)} مرحبا שלום ]]> %s {{name}} \u2028 '"`
  const same = { kk: text, ru: text, en: text }
  const report = sampleSelfEvaluation('en')
  return {
    ...report,
    institution: same,
    actions: report.actions.map((action) => ({ ...action, title: text, owner: text })),
    evidence: report.evidence.map((evidence) => ({ ...evidence, names: same })),
    parts: report.parts.map((part) => ({
      ...part,
      standards: part.standards.slice(0, 1).map((standard) => ({
        ...standard,
        title: same,
        statement: same,
        criteria: standard.criteria
          .slice(0, 2)
          .map((criterion) => ({ ...criterion, text: same, strengths: text, narrative: richTextOf(text) })),
      })),
    })),
  }
}

function docxParts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]))
}

/** Text of the paragraphs that have a style, in order. */
function paragraphsOf(document: string, style: string): string[] {
  return [...document.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gsu)]
    .filter(([xml]) => xml.includes(`<w:pStyle w:val="${style}"/>`))
    .map(([xml]) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map((match) => match[1]).join(''))
}

describe('the report for Word', () => {
  it.each(languages)(
    'in %s has real headings, filled contents, marked language and numbered annexes',
    async (language) => {
      const report = sampleSelfEvaluation(language)
      const form = { template: general, language }
      const parts = docxParts(await makeSelfEvaluation(report, 'docx', form))
      for (const [path, xml] of Object.entries(parts)) {
        assertWellFormedXml(xml, path)
      }
      const document = parts['word/document.xml'] ?? ''
      const headings = headingsOf(composeReport(report, general, language))
      for (const level of [1, 2, 3]) {
        const expected = headings.filter((heading) => heading.level === level).map(({ text }) => text)
        expect(paragraphsOf(document, `Heading${level}`)).toEqual(expected)
      }
      expect(document).toContain(
        'TOC \\h \\o &quot;1-2&quot;'.replaceAll(
          '&quot;',
          document.includes('&quot;1-2&quot;') ? '&quot;' : '"',
        ),
      )
      const contents = [...paragraphsOf(document, 'TOC1'), ...paragraphsOf(document, 'TOC2')]
      const listed = headings.filter(({ level }) => level < 3)
      expect(contents).toHaveLength(listed.length)
      // Every entry ends with the page that the heading is on, as estimated.
      for (const { text } of listed) {
        expect(
          contents.some((entry) => entry.startsWith(text) && /^\d+$/.test(entry.slice(text.length))),
        ).toBe(true)
      }
      expect(parts['word/styles.xml']).toContain(
        `w:val="${{ kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' }[language]}"`,
      )
      expect(parts['word/settings.xml'] ?? '').not.toContain('updateFields')
      // Rows at the head of tables are repeated, and every link inside the document has its place.
      expect(document).toContain('<w:tblHeader/>')
      const places = new Set(
        [...document.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/gu)].map((match) => match[1]),
      )
      const targets = [...document.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/gu)].map(
        (match) => match[1],
      )
      expect(targets.length).toBeGreaterThan(100)
      for (const target of targets) expect(places.has(target)).toBe(true)
      for (const name of places) expect(name).toMatch(/^[A-Za-z_]\w{0,39}$/u)
      expect(document).toContain('w:fldCharType="begin"')
      expect(
        Object.keys(parts).some((path) => /footer/u.test(path) && parts[path]?.includes('NUMPAGES')),
      ).toBe(true)
    },
  )

  it('has the same bytes each time it is made', async () => {
    const form = { template: agency, language: 'ru' } as const
    const [first, second] = [
      await makeSelfEvaluation(sampleSelfEvaluation('ru'), 'docx', form),
      await makeSelfEvaluation(sampleSelfEvaluation('ru'), 'docx', form),
    ]
    expect(Buffer.compare(first, second)).toBe(0)
    expect(docxParts(first)['docProps/core.xml']).toContain('2026-11-20T09:30:00Z')
  })

  it('names nothing but its own parts and the addresses that people cited', async () => {
    const parts = docxParts(
      await makeSelfEvaluation(sampleSelfEvaluation('en'), 'docx', { template: general, language: 'en' }),
    )
    const external = Object.values(parts).flatMap((xml) =>
      [...xml.matchAll(/<Relationship [^>]*TargetMode="External"[^>]*>/gu)].map(([tag]) => tag),
    )
    expect(external.length).toBeGreaterThan(0)
    for (const tag of external) expect(tag).toContain('https://www.example.edu/quality/')
  })

  it('stays well formed with hostile texts', async () => {
    const parts = docxParts(
      await makeSelfEvaluation(hostileReport(), 'docx', { template: general, language: 'en' }),
    )
    for (const [path, xml] of Object.entries(parts)) assertWellFormedXml(xml, path)
    expect(parts['word/document.xml']).toContain('&lt;script&gt;')
    expect(parts['word/document.xml']).not.toContain('\u202E')
  })
})

describe('the report as PDF', () => {
  it('can be searched in Kazakh, and has contents with pages and bookmarks', async () => {
    const report = sampleSelfEvaluation('kk')
    const bytes = await makeSelfEvaluation(report, 'pdf', { template: general, language: 'kk' })
    const { pages, fonts, raw } = readPdfText(bytes)
    // A line may end after a hyphen.
    const text = pages.join('\n').replaceAll(/\s+/gu, ' ').replaceAll('- ', '-')
    for (const words of ['Өзін-өзі', 'Сапаны', 'қамтамасыз', 'Ұсынымдар', 'Қосымшалар'])
      expect(text).toContain(words)
    expect(text).not.toContain('?')
    expect(fonts.filter((font) => font.includes('Type3') || !font.includes('NotoSans'))).toEqual([])
    expect(raw).toContain('/Lang (kk)')
    expect(raw).toContain('/Outlines')
    expect(raw.match(/\/Title <?/gu)?.length ?? 0).toBeGreaterThan(
      headingsOf(composeReport(report, general, 'kk')).length,
    )
    // The page that the contents name for the last standard has its heading.
    const contents = (pages[1] ?? '').replaceAll(/\s+/gu, ' ')
    const named = Number(/1\.10 .*?(\d+) Стандарттар бойынша қорытынды/u.exec(contents)?.[1])
    expect(pages[named - 1]?.replaceAll(/\s+/gu, ' ')).toContain('1.10 Сапаны')
    expect(
      Buffer.compare(bytes, await makeSelfEvaluation(report, 'pdf', { template: general, language: 'kk' })),
    ).toBe(0)
  })

  it('keeps hostile texts inside the page and does not fail', async () => {
    const bytes = await makeSelfEvaluation(hostileReport(), 'pdf', { template: agency, language: 'en' })
    const { pages, raw } = readPdfText(bytes)
    expect(pages.join('').match(/Ұ/gu)?.length ?? 0).toBeGreaterThan(4_000)
    expect(raw).not.toMatch(/\/(?:JavaScript|Launch|EmbeddedFile)/u)
  })

  test('Q6: says the levels in the words of the agency', async () => {
    const report = { ...sampleSelfEvaluation('ru'), scale: sampleScale }
    const { pages } = readPdfText(
      await makeSelfEvaluation(report, 'pdf', { template: agency, language: 'ru' }),
    )
    const text = pages.join(' ').replaceAll('\n', ' ')
    expect(text).toContain('Удовлетворительная')
    expect(text).not.toMatch(/Выполнено +(?:полностью|в +основном|частично)/u)
  })
})

/** Progress that stops the work when it comes to this file. */
const stopAt =
  (limit: number) =>
  ({ done }: { done: number }): Promise<void> =>
    done < limit ? Promise.resolve() : Promise.reject(new Error('stopped'))

/** All files under a folder with forward slashes. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
}

describe('the annex folder', () => {
  test('Q19: has exactly the cited files, each with its content and under its number', async () => {
    const report = sampleSelfEvaluation('kk')
    const form = { template: general, language: 'kk' } as const
    const target = join(await folderFor(), 'Қосымшалар')
    const entries = annexEntries(report, form, content)
    const written = await writePackageFolder(target, entries, silent)
    const annexes = numberAnnexes(report, general)
    const files = annexFiles(annexes, 'kk')
    expect(await filesIn(target)).toEqual(files.map(({ name }) => name).toSorted())
    expect(written.files).toBe(annexes.filter(({ evidence }) => evidence.kind === 'file').length)
    for (const { name, number, evidence } of files) {
      expect(Number.parseInt(name, 10)).toBe(number)
      expect(await readFile(join(target, name), 'utf8')).toBe(`content of ${evidence.id}`)
    }
  })

  it('is not begun where something stands already', async () => {
    const folder = await folderFor()
    await writeFile(join(folder, 'annexes'), 'mine')
    await expect(writePackageFolder(join(folder, 'annexes'), [], silent)).rejects.toMatchObject({
      refusal: { code: 'report-folder-exists', params: { name: 'annexes' } },
    })
    expect(await readFile(join(folder, 'annexes'), 'utf8')).toBe('mine')
  })

  it('leaves nothing behind when it is stopped or a file cannot be read', async () => {
    const folder = await folderFor()
    const entries = annexEntries(sampleSelfEvaluation('kk'), { template: general, language: 'kk' }, content)
    for (const write of [writePackageFolder, writePackageArchive]) {
      await expect(write(join(folder, 'out'), entries, stopAt(5))).rejects.toThrow('stopped')
      const broken: PackageEntry = {
        path: 'z',
        isPacked: true,
        read: () => Promise.reject(new Error('damaged')),
      }
      await expect(write(join(folder, 'out'), [...entries.slice(0, 3), broken], silent)).rejects.toThrow(
        'damaged',
      )
      expect(await readdir(folder)).toEqual([])
    }
  })

  it('as an archive holds the same files and has the same bytes each time', async () => {
    const folder = await folderFor()
    const entries = annexEntries(sampleSelfEvaluation('kk'), { template: general, language: 'kk' }, content)
    await writePackageArchive(join(folder, 'a.zip'), entries, silent)
    const written = await writePackageArchive(join(folder, 'b.zip'), entries, silent)
    const bytes = await readFile(join(folder, 'a.zip'))
    expect(Buffer.compare(bytes, await readFile(join(folder, 'b.zip')))).toBe(0)
    expect(written.bytes).toBe((await stat(join(folder, 'b.zip'))).size)
    expect(Object.keys(unzipSync(bytes))).toEqual(entries.map(({ path }) => path))
  })
})

describe('the package for reviewers', () => {
  test('Q20: opens from a folder without network: every link resolves, and nothing is loaded from elsewhere', async () => {
    for (const [report, template] of [
      [sampleSelfEvaluation('kk'), general],
      [hostileReport(), agency],
    ] as const) {
      const target = join(await folderFor(), 'package')
      await writePackageFolder(target, reviewerEntries(report, { template, language: 'kk' }, content), silent)
      const files = await filesIn(target)
      expect(files).toContain('index.html')
      const reached = new Set<string>()
      for (const file of files.filter((name) => name.endsWith('.html'))) {
        const html = await readFile(join(target, file), 'utf8')
        expect(html).toMatch(
          /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'">/u,
        )
        expect(html).not.toMatch(
          /<(?:script|img|iframe|object|embed|link|form|svg)\b|\ssrc=|\son\w+=|@import|url\(/iu,
        )
        for (const [, address = ''] of html.matchAll(/ href="([^"]*)"/gu)) {
          if (address.startsWith('https://www.example.edu/')) continue
          const [path = '', anchor] = address.split('#')
          const found = path === '' ? file : posix.join(dirname(file), decodeURIComponent(path))
          expect(files).toContain(found)
          reached.add(found)
          const linked = anchor === undefined ? '' : await readFile(join(target, found), 'utf8')
          expect(anchor === undefined || linked.includes(` id="${decodeURIComponent(anchor)}"`)).toBe(true)
        }
      }
      // Whatever is in the package can be reached from its pages.
      expect([...reached].toSorted()).toEqual(files)
    }
  })

  it('shows what people wrote as text, never as markup', async () => {
    const entries = reviewerEntries(hostileReport(), { template: general, language: 'en' }, content)
    const pages = entries.filter(({ path }) => path.endsWith('.html'))
    const html = (await Promise.all(pages.map(({ read }) => read())))
      .map((bytes) => new TextDecoder().decode(bytes))
      .join('')
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;')
    for (const piece of ['<script', '\u202E', '\u0000']) expect(html).not.toContain(piece)
  })
})

describe('a report made in its own thread', () => {
  const job = { report: sampleSelfEvaluation('ru'), form: { template: general, language: 'ru' } } as const

  it.each(['docx', 'pdf'] as const)('as %s has the bytes that it has without one', async (format) => {
    const apart = await makeSelfEvaluationApart({ ...job, format })
    expect(Buffer.compare(apart, await makeSelfEvaluation(job.report, format, job.form))).toBe(0)
  })

  it('is given up when the person stops it', async () => {
    const stop = new AbortController()
    const making = makeSelfEvaluationApart({ ...job, format: 'docx' }, stop.signal)
    stop.abort(new Error('stopped'))
    await expect(making).rejects.toThrow('stopped')
    expect(() => makeSelfEvaluationApart({ ...job, format: 'docx' }, stop.signal)).toThrow('stopped')
  })

  it('fails with what went wrong in the thread', async () => {
    const broken = { ...job.report }
    Reflect.deleteProperty(broken, 'preparedOn')
    await expect(makeSelfEvaluationApart({ ...job, report: broken, format: 'docx' })).rejects.toThrow(
      TypeError,
    )
  })
})
