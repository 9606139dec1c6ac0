// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fake_book.h"
#include "tests/ui/page_world.h"
#include "ui/coupons/add_dialog.h"
#include "ui/coupons/coupon_table_model.h"
#include "ui/coupons/coupons_page.h"
#include "ui/parts/state_panel.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>

namespace seonchak {

/// The page of coupons over a book that is never all in memory.
struct CouponsWorld : PageWorld
{
    /// A negative size: the database is away.
    explicit CouponsWorld(qint64 size)
    {
        FakeBook{size}.answerFor(port);
        if (size < 0)
            port.counts.answer = [](const book::Filter &) { return failure(Trouble::Unavailable, "away"); };
        page.resize(1130, 700);
        page.show();
        page.activateWindow();
    }
    [[nodiscard]] QTableView *table() const { return part<QTableView>(page, "couponsTable"); }
    [[nodiscard]] QString cell(int row, int column = CouponTableModel::Code) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] StatePanel *state() const { return part<StatePanel>(page, "couponsState"); }
    [[nodiscard]] QString line() const { return toldOf(page, "couponsLine"); }
    void select(int row) const
    {
        QTRY_VERIFY(cell(row).size() > 1);
        table()->setCurrentIndex(table()->model()->index(row, 0));
    }
    /// These rows, as with Ctrl held.
    void selectAll(const QList<int> &rows) const
    {
        table()->clearSelection();
        for (const int row : rows) {
            QTRY_VERIFY(cell(row).size() > 1);
            table()->selectionModel()->select(table()->model()->index(row, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    [[nodiscard]] QStringList selectedCodes() const
    {
        QStringList codes;
        for (const auto &index : table()->selectionModel()->selectedRows(CouponTableModel::Code))
            codes << index.data().toString();
        codes.sort();
        return codes;
    }
    /// Types a new code into the cell of this row and presses Enter.
    void edit(int row, const QString &code) const
    {
        select(row);
        press(page, "couponsEdit");
        auto *editor = table()->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->setText(code);
        QTest::keyClick(editor, Qt::Key_Return);
    }
    [[nodiscard]] book::Filter lastFilter() const { return std::get<0>(port.counts.asked.back()); }
    CouponsPage page{context};
};

inline QPushButton *button(const CouponsWorld &world, const char *name)
{
    return part<QPushButton>(world.page, name);
}

/// The dialog that adds pasted codes, with this text in it.
inline AddDialog *openAdd(CouponsWorld &world, const QString &text)
{
    press(world.page, "couponsAdd");
    auto *dialog = world.page.findChild<AddDialog *>();
    part<QPlainTextEdit>(*dialog, "addCodes")->setPlainText(text);
    return dialog;
}

} // namespace seonchak
