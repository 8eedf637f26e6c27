// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { elementsOf } from './html-elements.ts'

describe('pasted HTML', () => {
  it('keeps paragraphs, lists, tables and emphasis, and loses the dress of the other program', () => {
    const html = `<html><head><style>p{color:red}</style></head><body><!--StartFragment-->
      <p class=MsoNormal style='margin:0'><b>Сапа</b>&nbsp;саясаты &laquo;2026&raquo;<o:p></o:p></p>
      <ul><li>бір</li><li>екі</li></ul>
      <table border=1><tr><td colspan=2>Ұяшық</td></tr></table><!--EndFragment--></body></html>`
    expect(elementsOf(html).innerHTML.replaceAll(/>\s+</gu, '><').trim()).toBe(
      '<p><b>Сапа</b>&nbsp;саясаты «2026»</p><ul><li>бір</li><li>екі</li></ul>' +
        '<table><tr><td colspan="2">Ұяшық</td></tr></table>',
    )
  })

  it('makes nothing that could act: no scripts, pictures, frames or event attributes', () => {
    const hostile =
      '<p onclick="alert(1)">a<script>alert(2)</script><img src=x onerror=alert(3)><iframe src="//x"></iframe></p>'
    const made = elementsOf(hostile)
    expect([...made.querySelectorAll('*')].map(({ tagName }) => tagName)).toEqual(['P'])
    expect(made.querySelector('p')?.getAttributeNames()).toEqual([])
    expect(made.textContent).toBe('a')
  })

  it('reads what is not closed and what is no tag as far as it goes', () => {
    expect(elementsOf('<p>a < b &amp; <b>c').textContent).toBe('a < b & c')
    expect(elementsOf('</div></p>x').textContent).toBe('x')
  })

  it('keeps our own chips with what they stand for', () => {
    const chip = elementsOf('<span data-evidence="01900000-0000-7000-8000-000000000001">A</span>')
    expect(chip.querySelector('span')?.dataset.evidence).toBe('01900000-0000-7000-8000-000000000001')
  })
})
