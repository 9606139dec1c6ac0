// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fake_book.h"
#include "tests/ui/page_world.h"
#include "ui/coupons/coupons_page.h"
#include "ui/coupons/import_dialog.h"

#include <QFile>
#include <QTemporaryDir>

namespace seonchak {

/// The page of coupons with a folder for the files it reads and writes. Codes that begin with TAKEN exist
/// already.
struct CsvWorld : PageWorld
{
    explicit CsvWorld(qint64 size = 10)
    {
        FakeBook{size}.answerFor(port);
        port.recorded.answer = [](const QString &, const QString &, const QString &) -> Result<void> {
            return {};
        };
        port.adds.answer = [this](const QList<QByteArray> &codes, bool push) { return add(codes, push); };
        page.resize(1130, 700);
        page.show();
    }
    /// As the book does: all of them, or none and the names of those that exist.
    Result<Added> add(const QList<QByteArray> &codes, bool push)
    {
        QList<QByteArray> clashes;
        for (const auto &code : codes) {
            if (code.startsWith("TAKEN"))
                clashes.append(code);
        }
        if (!clashes.isEmpty())
            return failure(Trouble::Conflict, "taken", clashes);
        Added added;
        added.coupons.resize(codes.size());
        added.pushed = push ? codes.size() : 0;
        return added;
    }
    QString write(const QByteArray &text, const char *name = "codes.csv") const
    {
        QFile file(dir.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the test's file cannot be written");
        return file.fileName();
    }
    ImportDialog *import(const QString &path)
    {
        press(page, "couponsImport");
        asker.choose(path);
        return page.findChild<ImportDialog *>();
    }
    ImportDialog *importText(const QByteArray &text) { return import(write(text)); }
    QString exported(const char *name = "out.csv")
    {
        press(page, "couponsExport");
        asker.choose(dir.filePath(QLatin1String(name)));
        return dir.filePath(QLatin1String(name));
    }
    [[nodiscard]] QString line() const { return toldOf(page, "couponsLine"); }
    QTemporaryDir dir;
    CouponsPage page{context};
};

inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("there is no file");
}

} // namespace seonchak
