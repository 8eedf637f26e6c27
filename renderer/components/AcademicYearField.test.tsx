// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n, speak } from '../app/i18n.ts'
import { AcademicYearField } from './AcademicYearField.tsx'

function Field(props: { start: number | null; report: (year: number | null) => void; required?: boolean }) {
  const [year, setYear] = useState(props.start)
  return (
    <AcademicYearField
      label="Year"
      usual={2026}
      required={props.required === true}
      value={year}
      onChange={(next) => {
        props.report(next)
        setYear(next)
      }}
    />
  )
}

function open(start: number | null, required = false) {
  const report = vi.fn<(year: number | null) => void>()
  render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider>
        <Field start={start} report={report} required={required} />
      </MantineProvider>
    </I18nextProvider>,
  )
  return { report, user: userEvent.setup(), field: screen.getByRole<HTMLInputElement>('textbox') }
}

beforeEach(() => speak('en'))
afterEach(cleanup)

describe('the field of an academic year', () => {
  it.each([
    ['2021/22', 2021],
    ['2021-2022', 2021],
    ['2021', 2021],
  ])('reads «%s»', async (text, year) => {
    const { report, user, field } = open(2026)
    await user.clear(field)
    await user.type(field, `${text}{Enter}`)
    expect(report).toHaveBeenLastCalledWith(year)
    expect(field.value).toBe('2021/22')
  })

  it('goes to the next and the previous year with the arrows', async () => {
    const { report, user, field } = open(2026)
    await user.click(field)
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}')
    expect(report.mock.calls.map(([year]) => year)).toEqual([2027, 2028, 2027])
    await user.click(screen.getByRole('button', { name: 'Previous academic year' }))
    expect(field.value).toBe('2026/27')
  })

  it('begins at the usual year when there is none', async () => {
    const { user, field } = open(null)
    await user.click(field)
    await user.keyboard('{ArrowUp}')
    expect(field.value).toBe('2026/27')
  })

  it('keeps what it cannot read, says how to write it and changes nothing', async () => {
    const { report, user, field } = open(2026)
    await user.clear(field)
    await user.type(field, '2021/25')
    await user.tab()
    expect(field.value).toBe('2021/25')
    expect(screen.getByText('Write the academic year as 2026/27.')).toBeTruthy()
    expect(report).not.toHaveBeenCalled()
  })

  it('may be emptied only where a year is not required', async () => {
    const free = open(2026)
    await free.user.clear(free.field)
    await free.user.tab()
    expect(free.report).toHaveBeenLastCalledWith(null)
    cleanup()
    const required = open(2026, true)
    await required.user.clear(required.field)
    await required.user.tab()
    expect(required.report).not.toHaveBeenCalled()
  })
})
