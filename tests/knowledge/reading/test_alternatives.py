"""Which steps exclude one another: only those that the text marks so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.library import Library, shipped_documents
from knowledge.model import ProcedureStep, Source, StepNote
from knowledge.reading.alternatives import NO, YES, Fork, arranged, condition
from knowledge.reading.durations import find_duration
from knowledge.reading.steps import without_time

HERE = Source("Bagian Kedua B")


def step(number: str, text: str, *steps: ProcedureStep) -> ProcedureStep:
    found = find_duration(text)
    title = without_time(text, found[1] if found else None)
    return ProcedureStep(
        number, text, HERE, title=title, duration=found[0] if found else None, steps=steps
    )


def parent_of(text: str, *texts: str) -> ProcedureStep:
    return step("2", text, *(step(f"2.{mark}", one) for mark, one in zip("abcdef", texts)))  # noqa: B905


def forks(parent: ProcedureStep) -> list[tuple[str, list[str]]]:
    found = arranged(parent.steps, parent)
    return [(f.step, [b.label for b in f.branches]) for f in found if isinstance(f, Fork)]


@pytest.mark.parametrize(
    ("text", "texts", "labels"),
    [
        (
            "Persiapan baik di dalam kota maupun di luar kota (1- 3 hari)",
            ["Persiapan di dalam kota (1 hari)", "Persiapan di luar kota (3 hari/rapat kerja)"],
            ["dalam kota", "luar kota"],
        ),
        (
            "Menyampaikan permohonan",
            [
                "Perjalanan dinas dalam kota: paling lambat H-2",
                "Perjalanan dinas luar kota: paling lambat H-7",
                "Perjalanan dinas luar negeri: selambat-lambatnya 30 hari kalender sebelumnya",
            ],
            ["dalam kota", "luar kota", "luar negeri"],
        ),
        (
            "Menerbitkan surat tugas",
            [
                "dalam kota: ditandatangani oleh Kepala Biro (1 hari kerja)",
                "luar kota: ditandatangani oleh Sekretaris (3 hari kerja)",
            ],
            ["dalam kota", "luar kota"],
        ),
        (
            "Perjalanan dinas",
            [
                "Perjalanan dinas di dalam negeri (2 hari)",
                "Perjalanan dinas di luar negeri (5 hari)",
            ],
            ["dalam negeri", "luar negeri"],
        ),
        (
            "Rapat di dalam/luar kota",
            ["Rapat dalam kota: menyiapkan ruang (1 jam)", "Luar kota: memesan hotel (1 hari)"],
            ["Rapat dalam kota: menyiapkan ruang", "Luar kota: memesan hotel"],
        ),
        (
            "Memeriksa berkas",
            [
                "Apabila berkas lengkap, diteruskan kepada Kepala Bagian (1 jam)",
                "Apabila berkas tidak lengkap, dikembalikan kepada pemohon (2 hari)",
            ],
            ["lengkap", "tidak lengkap"],
        ),
        (
            "Memutuskan",
            [
                "Dalam hal disetujui, surat dicetak (1 jam)",
                "Dalam hal ditolak, surat dikirim (1 hari)",
            ],
            ["disetujui", "ditolak"],
        ),
        (
            "Memutuskan",
            [
                "Jika disetujui maka surat dicetak (1 jam)",
                "Jika tidak, pemohon diberi tahu (1 hari)",
            ],
            ["disetujui", "tidak"],
        ),
        (
            "Mendaftar melalui salah satu cara berikut:",
            ["datang langsung (10 menit)", "surat (1 hari)", "situs (5 menit)"],
            ["datang langsung", "surat", "situs"],
        ),
        (
            "Menerbitkan izin",
            ["Untuk permohonan baru (5 hari)", "Untuk perpanjangan (2 hari)"],
            ["permohonan baru", "perpanjangan"],
        ),
        (
            "Mendaftarkan peserta",
            [
                "Pendaftaran peserta secara daring (1 jam)",
                "Pendaftaran peserta secara luring (1 hari)",
            ],
            ["daring", "luring"],
        ),
    ],
)
def test_marked_steps_are_one_choice(text: str, texts: list[str], labels: list[str]) -> None:
    assert forks(parent_of(text, *texts)) == [("2", labels)]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        (  # the meetings inside come before the working session outside
            "Pembahasan substansi oleh Anggota Tim",
            [
                "Pembahasan substansi di dalam kantor (5 kali pembahasan masing 2,5 jam)",
                "Rapat kerja pembahasan draf final di luar kantor (2 kali masing-masing 3 hari)",
            ],
        ),
        ("Menyusun draf", ["Menyusun draf awal (1 hari)", "Menyusun draf akhir (1 hari)"]),
        ("Salah satu anggota Tim memeriksa", ["memeriksa isi (1 jam)", "memeriksa ejaan (1 jam)"]),
        ("Menyiapkan", ["Untuk kelancaran, menyiapkan ruang", "Untuk rapat, menyiapkan bahan"]),
        ("Pemeriksaan baik substansi maupun redaksional", ["Membaca (1 jam)", "Menulis (1 jam)"]),
        ("Rapat", ["Rapat di dalam kota (1 hari)", "Laporan tentang rapat di luar kota (1 hari)"]),
    ],
)
def test_steps_without_a_mark_follow_one_another(text: str, texts: list[str]) -> None:
    assert forks(parent_of(text, *texts)) == []


def test_a_case_of_its_own_is_asked_about_with_yes_and_no() -> None:
    parent = parent_of(
        "Memproses",
        "Memeriksa berkas (1 jam)",
        "Apabila diperlukan survei lapangan, petugas melakukan survei (2 hari)",
        "Apabila berkas kurang, pemohon melengkapinya (3 hari)",
    )
    assert forks(parent) == [("2.b", [YES, NO]), ("2.c", [YES, NO])]
    (_, survey, _) = arranged(parent.steps, parent)
    assert isinstance(survey, Fork)
    assert survey.case == "diperlukan survei lapangan"
    assert survey.branches[1].step is None


def test_a_pair_among_other_steps_is_chosen_at_its_first() -> None:
    steps = (
        step("1", "Memeriksa berkas (1 jam)"),
        step("2", "Apabila berkas lengkap, diteruskan (1 jam)"),
        step("3", "Apabila berkas tidak lengkap, dikembalikan (1 hari)"),
        step("4", "Mengarsipkan (1 jam)"),
    )
    found = arranged(steps)
    assert [one.step if isinstance(one, Fork) else one.number for one in found] == ["1", "2", "4"]


def test_a_note_with_a_time_is_a_step_once_its_case_is_chosen() -> None:
    text = "Apabila di luar kota, staf juga menyiapkan perlengkapan (1 hari)."
    noted = replace(step("6", "Menyiapkan ruang (1 hari)"), notes=(note(text, conditional=True),))
    _, fork = arranged([noted])
    assert isinstance(fork, Fork)
    assert (fork.step, fork.optional, fork.case) == ("6.catatan", True, "di luar kota")
    assert fork.branches[0].step is not None
    assert fork.branches[0].step.title == "Apabila di luar kota, staf juga menyiapkan perlengkapan"


def test_a_note_that_waits_for_an_event_is_a_step_and_any_other_is_none() -> None:
    noted = replace(
        step("3", "Menyampaikan memorandum (1 hari)"),
        notes=(
            note("Unit kerja menjawab paling lambat 1 minggu setelah memorandum diterima."),
            note("Surat berlaku selama 3 bulan."),
            note("Arahan dapat lisan."),
            note("Apabila diperlukan, surat ditandatangani Deputi.", conditional=True),
            note("Undangan dikirim H-3."),
        ),
    )
    found = [one.number for one in arranged([noted]) if isinstance(one, ProcedureStep)]
    assert found == ["3", "3.catatan", "3.catatan-2"]
    assert not [one for one in arranged([noted]) if isinstance(one, Fork)]


def note(text: str, *, conditional: bool = False) -> StepNote:
    found = find_duration(text)
    return StepNote(text, HERE, duration=found[0] if found else None, conditional=conditional)


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Apabila berkas lengkap, diteruskan", "berkas lengkap"),
        ("Dalam hal permohonan ditolak maka pemohon diberi tahu", "permohonan ditolak"),
        ("Jika perlu: rapat", "perlu"),
        ("Kepala Bagian memeriksa apabila perlu", ""),
        ("Bilangan", ""),
        ("Dalam hal ini Kepala Bagian memeriksa surat", ""),
        ("Apabila " + "panjang sekali " * 20, ("panjang sekali " * 4).strip()),
    ],
)
def test_the_case_that_a_text_speaks_of(text: str, case: str) -> None:
    assert condition(text) == case


def test_the_shipped_standards_have_one_choice_and_no_other() -> None:
    library, _ = Library.load([shipped_documents()])
    found = []
    for standard in library.values():
        lists = [(standard.steps, None), *((s.steps, s) for s in standard.walk_steps())]
        for steps, parent in lists:
            for one in arranged(steps, parent):
                if isinstance(one, Fork):
                    found.append((one.step, [branch.label for branch in one.branches]))
    assert sorted(found) == [("4.b.1.a", ["dalam kota", "luar kota"]), ("6.catatan", [YES, NO])]
