// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/paste_field.h"

#include <QMimeData>
#include <QTextDocument>
#include <QUrl>

#include <algorithm>

namespace seonchak {

PasteField::PasteField(qsizetype most, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_most(most)
{
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
}

bool PasteField::canInsertFromMimeData(const QMimeData *source) const
{
    const QList<QUrl> urls = source->urls();
    const bool isFile = std::ranges::any_of(urls, [](const QUrl &url) { return url.isLocalFile(); });
    return !isFile && QPlainTextEdit::canInsertFromMimeData(source);
}

void PasteField::insertFromMimeData(const QMimeData *source)
{
    const qsizetype there = document()->characterCount() - textCursor().selectedText().size();
    if (source->hasText() && there + source->text().size() > m_most) {
        Q_EMIT refused();
        return;
    }
    QPlainTextEdit::insertFromMimeData(source);
}

} // namespace seonchak
