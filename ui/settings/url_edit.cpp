// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/url_edit.h"

namespace seonchak {

namespace {

constexpr QChar dot(0x2022);

struct Span
{
    qsizetype from = 0;
    qsizetype end = 0;
};

bool isPort(const QString &text)
{
    constexpr qsizetype longest = 5;
    return text.size() <= longest && std::ranges::all_of(text, [](QChar c) { return c.isDigit(); });
}

/// After "scheme://user:", even if the @ has not been typed yet: a text that is not a port counts as a
/// password.
Span loginSpan(const QString &text, qsizetype start)
{
    qsizetype end = start;
    while (end < text.size() && !QStringLiteral("/?#").contains(text[end]))
        ++end;
    const qsizetype colon = text.indexOf(QLatin1Char(':'), start);
    qsizetype at = text.lastIndexOf(QLatin1Char('@'), end - 1);
    if (colon < 0 || colon >= end)
        return {};
    if (at >= start)
        return colon < at ? Span{colon + 1, at} : Span{};
    const QString port = text.mid(colon + 1, end - colon - 1).section(QLatin1Char(','), 0, 0);
    if (text[start] == QLatin1Char('[') || isPort(port))
        return {};
    at = text.lastIndexOf(QLatin1Char('@')); // a password with a slash in it
    return {colon + 1, at > colon ? at : end};
}

QList<Span> passwordsIn(const QString &text)
{
    const qsizetype scheme = text.indexOf(QLatin1String("://"));
    if (scheme <= 0 || text.startsWith(QLatin1String("sqlite")))
        return {};
    QList<Span> spans;
    if (const Span login = loginSpan(text, scheme + 3); login.end > login.from)
        spans.append(login);
    const QString word = QStringLiteral("password=");
    const qsizetype query = text.indexOf(QLatin1Char('?'));
    for (qsizetype at = query; at >= 0 && (at = text.indexOf(word, at, Qt::CaseInsensitive)) >= 0;) {
        at += word.size();
        const qsizetype end = text.indexOf(QLatin1Char('&'), at);
        spans.append({at, end < 0 ? text.size() : end});
    }
    return spans;
}

} // namespace

UrlEdit::UrlEdit(QWidget *parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, &UrlEdit::take);
}

QString UrlEdit::hidden(const QString &text, QChar sign)
{
    QString result = text;
    for (const auto &span : passwordsIn(text))
        result.replace(span.from, span.end - span.from, QString(span.end - span.from, sign));
    return result;
}

QString UrlEdit::masked(const QString &text)
{
    QString result = text;
    auto spans = passwordsIn(text);
    std::ranges::sort(spans, std::ranges::greater(), &Span::from);
    for (const auto &span : spans)
        result.replace(span.from, span.end - span.from, QStringLiteral("***"));
    return result;
}

bool UrlEdit::hasPassword() const
{
    return std::ranges::any_of(passwordsIn(m_meant), [](const Span &span) { return span.end > span.from; });
}

void UrlEdit::setMeant(const QString &text)
{
    m_meant = text;
    display();
    Q_EMIT meantChanged();
}

void UrlEdit::setShown(bool shown)
{
    m_shown = shown;
    display();
}

/// Finds by the cursor what the edit exchanged: it stands at the end of what was put in.
void UrlEdit::take(const QString &now)
{
    if (m_displaying)
        return;
    const qsizetype cursor = cursorPosition();
    const qsizetype tail = now.size() - cursor;
    qsizetype same = 0;
    while (same < std::min(cursor, m_display.size() - tail) && now[same] == m_display[same])
        ++same;
    const QString put = now.mid(same, cursor - same);
    if (tail <= m_display.size() && m_display.right(tail) == now.right(tail))
        m_meant = m_meant.left(same) + put + m_meant.right(tail);
    else if (!now.contains(dot))
        m_meant = now;
    // otherwise dots were moved in an unknown way: the text stays as it was
    display();
    Q_EMIT meantChanged();
}

void UrlEdit::display()
{
    m_display = m_shown ? m_meant : hidden(m_meant, dot);
    if (m_display == text())
        return;
    m_displaying = true;
    const int cursor = cursorPosition();
    setText(m_display);
    setCursorPosition(cursor);
    m_displaying = false;
    // Cut off if it is too long: the two texts must stay in step.
    m_meant.truncate(text().size());
    m_display.truncate(text().size());
}

} // namespace seonchak
