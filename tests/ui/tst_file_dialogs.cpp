// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files in and out of the window: where dialogs begin, how files are called, what is dropped, what is shown.

#include "tests/ui/desk.h"
#include "tests/ui/page_world.h"
#include "ui/coupons/coupons_page.h"
#include "ui/coupons/import_dialog.h"
#include "ui/parts/asker.h"
#include "ui/parts/file_drop.h"
#include "ui/parts/file_names.h"
#include "ui/parts/folder_button.h"
#include "ui/parts/languages.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileSystemModel>
#include <QLabel>
#include <QMimeData>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTreeView>

using namespace seonchak;

namespace {

/// Takes the place of the desktop's file manager.
class FileManager : public QObject
{
    Q_OBJECT
public:
    FileManager() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~FileManager() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened << url; }
};

QString fileIn(const QTemporaryDir &dir, const QString &name, const QByteArray &text = "A1\n")
{
    QFile file(dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("the test's file cannot be written");
    return file.fileName();
}

/// What the system sends when files are let go over a widget.
bool drop(QWidget &target, const QList<QUrl> &urls)
{
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                          Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event(QPointF(5, 5), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &event);
    return event.isAccepted() && event.dropAction() == Qt::CopyAction;
}

} // namespace

class TestFileDialogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dialogsBeginWhereTheLastOneEnded();
    void aFolderThatHasGoneIsNotOffered();
    void aSavedFileGetsItsSuffix();
    void theFolderIsRememberedByTheDesk();
    void noWordOfTheDialogIsLeftInEnglish();
    void namesSayTheSaleAndTheMinute_data();
    void namesSayTheSaleAndTheMinute();
    void theExportIsNamedAfterTheSale();
    void aDroppedFileIsImportedFromAnywhere();
    void whatCannotBeReadIsRefusedInWords();
    void nothingIsDroppedBehindADialog();
    void theFolderIsShown();
};

void TestFileDialogs::dialogsBeginWhereTheLastOneEnded()
{
    const QTemporaryDir dir;
    QString kept;
    DialogAsker asker({[&] { return kept; }, [&](const QString &folder) { kept = folder; }});
    QWidget parent;
    QString path;
    const auto chosen = [&path](const QString &file) { path = file; };
    asker.saveFile(&parent, "Save", "out.csv", "CSV (*.csv)", chosen);
    QPointer<QFileDialog> dialog = parent.findChild<QFileDialog *>();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QCOMPARE(dialog->directory(), QDir(QFileInfo(documents).isDir() ? documents : QDir::homePath()));
    dialog->setDirectory(dir.path());
    dialog->selectFile("out.csv");
    static_cast<QDialog *>(dialog)->accept();
    QTRY_VERIFY(!dialog);
    QCOMPARE(path, dir.filePath("out.csv"));
    QCOMPARE(kept, dir.path());
    asker.openFile(&parent, "Open", "CSV (*.csv)", chosen);
    dialog = parent.findChild<QFileDialog *>();
    QCOMPARE(dialog->directory(), QDir(dir.path()));
    dialog->reject();
    QTRY_VERIFY(!dialog);
    QCOMPARE(path, QString());
    QCOMPARE(kept, dir.path());
}

void TestFileDialogs::aFolderThatHasGoneIsNotOffered()
{
    DialogAsker asker({[] { return QStringLiteral("/no/such/folder"); }, {}});
    QWidget parent;
    asker.openFile(&parent, "Open", "CSV (*.csv)", [](const QString &) {});
    QVERIFY(parent.findChild<QFileDialog *>()->directory().exists());
}

void TestFileDialogs::aSavedFileGetsItsSuffix()
{
    const QTemporaryDir dir;
    DialogAsker asker({[&] { return dir.path(); }, {}});
    QWidget parent;
    QString path;
    asker.saveFile(&parent, "Save", "out.csv", "CSV (*.csv)", [&](const QString &file) { path = file; });
    auto *dialog = parent.findChild<QFileDialog *>();
    dialog->selectFile("mine");
    static_cast<QDialog *>(dialog)->accept();
    QTRY_COMPARE(path, dir.filePath("mine.csv"));
}

void TestFileDialogs::theFolderIsRememberedByTheDesk()
{
    const QTemporaryDir dir;
    const QString file = dir.filePath("desk.ini");
    {
        Looks looks(file);
        QCOMPARE(looks.folder(), QString());
        looks.keepFolder("/home/가게");
    }
    QCOMPARE(Looks(file).folder(), QString("/home/가게"));
}

void TestFileDialogs::noWordOfTheDialogIsLeftInEnglish()
{
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkdir("안"));
    fileIn(dir, "codes.csv");
    {
        QLocale::setDefault(QLocale(QLocale::Korean, QLocale::SouthKorea)); // types of files follow it
        const Languages korean{QLocale()};
        DialogAsker asker({[&] { return dir.path(); }, {}});
        QWidget parent;
        asker.openFile(&parent, "열기", "CSV 파일 (*.csv)", [](const QString &) {});
        auto *dialog = parent.findChild<QFileDialog *>();
        const auto *tree = dialog->findChild<QTreeView *>("treeView");
        const auto *model = tree->model();
        QTRY_COMPARE(model->rowCount(tree->rootIndex()), 2);
        static const QRegularExpression latin("[a-z]{3,}");
        QStringList words;
        for (int column = 0; column < model->columnCount(); ++column)
            words << model->headerData(column, Qt::Horizontal).toString();
        for (int row = 0; row < 2; ++row)
            words << model->index(row, 2, tree->rootIndex()).data().toString();
        for (const auto *label : dialog->findChildren<QLabel *>())
            words << label->text();
        for (const auto *button : dialog->findChildren<QPushButton *>())
            words << button->text();
        for (const QString &word : std::as_const(words))
            QVERIFY2(!word.contains(latin), qPrintable(words.join(" | ")));
    }
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestFileDialogs::namesSayTheSaleAndTheMinute_data()
{
    QTest::addColumn<QString>("sale");
    QTest::addColumn<QString>("part");
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("plain") << QString("Autumn Sale") << QString("Autumn-Sale-");
    QTest::newRow("korean") << QString("가을 쿠폰 (2차)") << QString("가을-쿠폰-2차-");
    QTest::newRow("a path") << QString("../../etc/passwd") << QString("etc-passwd-");
    QTest::newRow("reserved") << QString("a:b*c?\"<>|\\d") << QString("a-b-c-d-");
    QTest::newRow("long") << QString(300, 'x') << QString(40, 'x') + "-";
    QTest::newRow("nothing fit") << QString("///") << QString();
}

void TestFileDialogs::namesSayTheSaleAndTheMinute()
{
    QFETCH(QString, sale);
    QFETCH(QString, part);
    const auto at = QDateTime(QDate(2026, 11, 28), QTime(15, 30)).toMSecsSinceEpoch();
    QCOMPARE(proposedName("coupons", sale, at), "coupons-" + part + "20261128-1530.csv");
    QCOMPARE(proposedName("coupons", sale, at, "times-utc"),
             "coupons-" + part + "20261128-1530-times-utc.csv");
}

void TestFileDialogs::theExportIsNamedAfterTheSale()
{
    Desk desk("en", {"Autumn", true});
    desk.clock.wall = QDateTime(QDate(2026, 11, 28), QTime(15, 30)).toMSecsSinceEpoch();
    desk.port.counts.answer = [](const book::Filter &) { return qint64(1); };
    desk.port.lists.answer = [](const book::Filter &) {
        CouponPage page;
        page.items.resize(1);
        return page;
    };
    desk.window->show();
    desk.window->view().open(page::coupons);
    QTRY_VERIFY(desk.button("couponsExport")->isEnabled());
    desk.click("couponsExport");
    QCOMPARE(desk.asker.suggestions.back(), QString("coupons-Autumn-20261128-1530-times-utc.csv"));
}

void TestFileDialogs::aDroppedFileIsImportedFromAnywhere()
{
    const Desk desk;
    desk.window->show();
    desk.window->view().open(page::dashboard);
    const QString file = fileIn(desk.home, "codes.csv");
    QVERIFY(drop(desk.window->view(), {QUrl::fromLocalFile(file)}));
    QCOMPARE(desk.window->view().currentPage(), page::coupons);
    auto *dialog = desk.window->findChild<ImportDialog *>();
    QVERIFY(dialog);
    QTRY_COMPARE(dialog->work().codes().good.size(), 1);
    QVERIFY(QFile::exists(file)); // a file manager may have proposed to move it
    delete dialog;
    // On the page itself it goes to the window as well: to one only, or two dialogs would open.
    QVERIFY(!desk.find<CouponsPage>("couponsPage")->acceptDrops());
    QVERIFY(drop(desk.window->view(), {QUrl::fromLocalFile(file)}));
    QCOMPARE(desk.window->findChildren<ImportDialog *>().size(), 1);
    QVERIFY(desk.window->findChild<ImportDialog *>());
}

void TestFileDialogs::whatCannotBeReadIsRefusedInWords()
{
    const Desk desk;
    desk.window->show();
    auto &view = desk.window->view();
    const QUrl file = QUrl::fromLocalFile(fileIn(desk.home, "codes.csv"));
    QVERIFY(drop(view, {file, file}));
    QCOMPARE(toldOf(*desk.window, "couponsLine"),
             QString("2 files were dropped. Drop one CSV file at a time."));
    QVERIFY(QDir(desk.home.path()).mkdir("folder"));
    QVERIFY(drop(view, {QUrl::fromLocalFile(desk.home.filePath("folder"))}));
    QCOMPARE(toldOf(*desk.window, "couponsLine"), QString("folder is a folder. Drop the CSV file itself."));
    QVERIFY(drop(view, {QUrl::fromLocalFile(desk.home.filePath("gone.csv"))}));
    QCOMPARE(toldOf(*desk.window, "couponsLine"),
             QString("gone.csv cannot be read. Is it still there, and may you read it?"));
    QVERIFY(drop(view, {QUrl("https://example.com/codes.csv")}));
    QCOMPARE(toldOf(*desk.window, "couponsLine"),
             QString("What was dropped is no file of this computer. Save it here first."));
    QVERIFY(drop(view, {QUrl::fromLocalFile("/dev/null")}));
    QVERIFY(toldOf(*desk.window, "couponsLine").startsWith("null cannot be read."));
    QVERIFY(!desk.window->findChild<ImportDialog *>());
    QMimeData text;
    text.setText("A1");
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &enter);
    QVERIFY(!enter.isAccepted());
}

void TestFileDialogs::nothingIsDroppedBehindADialog()
{
    const Desk desk;
    desk.window->show();
    const QUrl file = QUrl::fromLocalFile(fileIn(desk.home, "codes.csv"));
    QVERIFY(drop(desk.window->view(), {file}));
    QVERIFY(!drop(desk.window->view(), {file}));
    QCOMPARE(desk.window->findChildren<ImportDialog *>().size(), 1);
}

void TestFileDialogs::theFolderIsShown()
{
    FileManager manager;
    const QTemporaryDir dir;
    FolderButton button("folder");
    button.offer(dir.filePath("out.csv"));
    QVERIFY(button.isVisible());
    button.click();
    QCOMPARE(manager.opened, QList<QUrl>{QUrl::fromLocalFile(dir.path())});
    button.offer({});
    QVERIFY(!button.isVisible());
}

QTEST_MAIN(TestFileDialogs)
#include "tst_file_dialogs.moc"
