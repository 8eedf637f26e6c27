import { createHash } from 'node:crypto'
import type {
  DocumentBlock,
  HeadingBlock,
  ReportDocument,
} from '../../../../shared/assessment/report/document.ts'
import type { Language } from '../../../../shared/kernel/record.ts'
import { createI18n, type Translate } from '../../../../shared/locales/i18n.ts'
import { escapeHtml, type HtmlLinks, htmlOf } from './html-blocks.ts'

/** A page of the package; `path` with forward slashes, from the package's folder. */
export type HtmlPage = { readonly path: string; readonly html: string }

type PageParts = { path: string; heading: HeadingBlock | null; blocks: DocumentBlock[] }

const styles = `:root{color-scheme:light dark}
body{margin:0;font:16px/1.5 "Noto Sans","Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;color:#1b1f23;background:#fff}
nav,main{max-width:60rem;margin:0 auto;padding:0 1.25rem}
nav{padding-top:.75rem;padding-bottom:.75rem;border-bottom:1px solid #d3d8dd}
nav ol{columns:2;column-gap:2rem;margin:.25rem 0;padding-left:0;list-style:none}
nav .level2{padding-left:1.25rem}
nav a[aria-current]{font-weight:700;text-decoration:none;color:inherit}
main{padding-top:1rem;padding-bottom:3rem;overflow-wrap:anywhere}
a{color:#096982}
h1,h2,h3,h4{line-height:1.25;color:#0b4f63}
h1{font-size:1.75rem}h2{font-size:1.4rem}h3{font-size:1.1rem;margin-top:2rem}h4{font-size:1rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.75rem 0}
th,td{border:1px solid #d3d8dd;padding:.3rem .5rem;text-align:left;vertical-align:top}
th{background:#eef2f5}
td>p,th>p,li>p{margin:0}
.facts td{border:0}.facts{width:auto}
.quiet,.note{color:#5a626b}.note{font-size:.875rem}
.statement{font-style:italic;border-left:3px solid #d3d8dd;padding-left:.75rem}
.mark{font-weight:700;color:#8a5200}
.steps{display:flex;justify-content:space-between;gap:1rem;margin-top:2rem}
@media(prefers-color-scheme:dark){body{color:#e6e9ec;background:#16191c}a{color:#6cc3da}h1,h2,h3,h4{color:#9ed8e8}th{background:#22282d}th,td,nav,.statement{border-color:#3a424a}.quiet,.note{color:#a7b0b9}.mark{color:#e0a95c}}
@media(max-width:40rem){nav ol{columns:1}}
@media print{nav,.steps{display:none}}`

/** Nothing may be loaded or run but this one style sheet: no script, no picture, no address outside. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}'; base-uri 'none'; form-action 'none'`

/** Where the other files of the package are, from its folder. */
export type PackagePaths = {
  /** The report as one document. */
  readonly report: string
  /** Each annex file by annex number. */
  readonly annexes: ReadonlyMap<number, string>
}

/**
 * The report as pages that any browser opens from a folder: `index.html` and a page for every section and standard, with
 * links to each other and to the other files.
 */
export function htmlPages(document: ReportDocument, paths: PackagePaths, language: Language): HtmlPage[] {
  const t = createI18n(language).t as Translate
  const pages = split(document.blocks)
  const places = placesOf(pages)
  return pages.map((page, index) => {
    const links: HtmlLinks = {
      toAnchor: (anchor) => {
        const path = places.get(anchor)
        return path === undefined
          ? undefined
          : `${path === page.path ? '' : path}#${encodeURIComponent(anchor)}`
      },
      toAnnex: (number) => {
        const path = paths.annexes.get(number)
        return path === undefined ? undefined : address(path)
      },
    }
    const parts = [
      htmlOf(page.blocks, links),
      index === 0 ? aboutHtml(paths.report, t) : innerPages(pages, index),
      stepsHtml(pages[index - 1], pages[index + 1], t),
    ]
    const body = `${navigation(pages, page, t)}\n<main>\n${parts.filter((part) => part !== '').join('\n')}\n</main>`
    return { path: page.path, html: wholePage(titleOf(page, document), body, language) }
  })
}

const address = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

function aboutHtml(report: string, t: Translate): string {
  const link = `<a href="${escapeHtml(address(report))}">${escapeHtml(t('self-evaluation:package.report'))}</a>`
  return `<p>${link}</p>\n<p class="note">${escapeHtml(t('self-evaluation:package.about'))}</p>`
}

/** A chapter whose sections are pages of their own lists them. */
function innerPages(pages: readonly PageParts[], index: number): string {
  if ((pages[index]?.blocks.length ?? 0) > 1) return ''
  const rest = pages.slice(index + 1)
  const end = rest.findIndex(({ heading }) => heading?.level === 1)
  const items = rest
    .slice(0, end === -1 ? rest.length : end)
    .map(({ path, heading }) => `<li><a href="${path}">${escapeHtml(heading?.text ?? '')}</a></li>`)
  return items.length === 0 ? '' : `<ul>\n${items.join('\n')}\n</ul>`
}

/** Blocks by page: the title page, then a page from every heading that begins one. */
function split(blocks: readonly DocumentBlock[]): [PageParts, ...PageParts[]] {
  const first: PageParts = { path: 'index.html', heading: null, blocks: [] }
  const pages: [PageParts, ...PageParts[]] = [first]
  for (const block of blocks) {
    if (block.kind === 'heading' && block.startsPage) {
      const path = `page-${String(pages.length).padStart(2, '0')}.html`
      pages.push({ path, heading: block, blocks: [] })
    }
    pages.at(-1)?.blocks.push(block)
  }
  return pages
}

/** Which page each place is on. */
function placesOf(pages: readonly PageParts[]): Map<string, string> {
  const places = new Map<string, string>()
  const visit = (blocks: readonly DocumentBlock[], path: string): void => {
    for (const block of blocks) {
      if (block.kind === 'heading' || block.kind === 'paragraph') {
        if (block.anchor !== undefined && !places.has(block.anchor)) places.set(block.anchor, path)
      } else if (block.kind === 'list') for (const item of block.items) visit(item, path)
      else if (block.kind === 'table') for (const cell of block.rows.flat()) visit(cell.blocks, path)
    }
  }
  for (const page of pages) visit(page.blocks, page.path)
  return places
}

function titleOf(page: PageParts, document: ReportDocument): string {
  return page.heading === null ? document.title : `${page.heading.text} – ${document.title}`
}

function navigation(pages: readonly PageParts[], current: PageParts, t: Translate): string {
  const items = pages.map(({ path, heading }) => {
    const text = heading === null ? t('self-evaluation:package.home') : heading.text
    const here = path === current.path ? ' aria-current="page"' : ''
    return `<li class="level${heading?.level ?? 1}"><a href="${path}"${here}>${escapeHtml(text)}</a></li>`
  })
  return `<nav><ol>\n${items.join('\n')}\n</ol></nav>`
}

function stepsHtml(previous: PageParts | undefined, next: PageParts | undefined, t: Translate): string {
  const step = (page: PageParts | undefined, name: string): string =>
    page === undefined ? '<span></span>' : `<a href="${page.path}">${escapeHtml(name)}</a>`
  return `<p class="steps">${step(previous, t('self-evaluation:package.previous'))}${step(next, t('self-evaluation:package.next'))}</p>`
}

function wholePage(title: string, body: string, language: Language): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${styles}</style>
</head>
<body>
${body}
</body>
</html>
`
}
