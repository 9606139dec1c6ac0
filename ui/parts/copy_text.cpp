// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/copy_text.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QTimer>

namespace seonchak {

namespace {
constexpr int shownMs = 1500;
constexpr char before[] = "textBeforeCopied";

void setKeptText(QAbstractButton &button, const QString &text)
{
    const auto shortcut = button.shortcut(); // A new text takes the old one's shortcut away.
    button.setText(text);
    button.setShortcut(shortcut);
}
} // namespace

void copyText(const QString &text, QAbstractButton &button)
{
    QGuiApplication::clipboard()->setText(text);
    if (button.property(before).isValid())
        return;
    const QString usual = button.text();
    const QString copied = QCoreApplication::translate("seonchak::CopyText", "Copied");
    button.setProperty(before, usual);
    const int width = button.width();
    setKeptText(button, copied);
    button.setFixedWidth(std::max(width, button.sizeHint().width()));
    QTimer::singleShot(shownMs, &button, [&button, usual] {
        setKeptText(button, usual);
        button.setMinimumWidth(0);
        button.setMaximumWidth(QWIDGETSIZE_MAX);
        button.setProperty(before, QVariant());
    });
}

} // namespace seonchak
